package io.elt.unittest.variation;

import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.ScalarFunction;

import java.util.HashSet;
import java.util.Set;

/** A function of the zoo with a bug that is seen in the wild: what it remembers is in no checkpoint. */
public final class SeenBefore extends ScalarFunction {
    private static final long serialVersionUID = 1L;

    private transient Set<Long> seen;

    @Override
    public void open(FunctionContext context) {
        seen = new HashSet<>();
    }

    public boolean eval(long number) {
        return !seen.add(number);
    }

    @Override
    public boolean isDeterministic() {
        return false;
    }
}
