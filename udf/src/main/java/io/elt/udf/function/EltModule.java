package io.elt.udf.function;

import org.apache.flink.table.functions.FunctionDefinition;
import org.apache.flink.table.module.Module;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All functions of this package at once: {@code LOAD MODULE elt}. */
public final class EltModule implements Module {

    private static final Map<String, FunctionDefinition> FUNCTIONS =
            Map.of("bank_date", new BankDate(), "birth_date", new BirthDate(), "birth_sex", new BirthSex());

    @Override
    public Set<String> listFunctions() {
        return FUNCTIONS.keySet();
    }

    /** SQL writes function names in any case. */
    @Override
    public Optional<FunctionDefinition> getFunctionDefinition(String name) {
        return Optional.ofNullable(FUNCTIONS.get(name.toLowerCase(Locale.ROOT)));
    }
}
