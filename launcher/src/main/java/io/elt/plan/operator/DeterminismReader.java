package io.elt.plan.operator;

import io.elt.plan.operator.Nondeterminism.Cause;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.util.ImmutableBitSet;
import org.apache.flink.table.api.TableException;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalLookupJoin;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalRel;
import org.apache.flink.table.planner.plan.optimize.StreamNonDeterministicUpdatePlanVisitor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Flink's own analysis of values that are not the same again when their row is taken back: what the setting
 * {@code table.optimizer.non-deterministic-update.strategy = TRY_RESOLVE} would refuse or repair. Flink tells it in the text of
 * an exception, for the first such place only. So its visitor is asked part by part: a part that it refuses, and of which it
 * accepts all inputs, is where repeatable values are needed; the columns are found by asking for each of them alone.
 */
final class DeterminismReader {
    private final ToIntFunction<RelNode> ids;
    private final List<Nondeterminism> found = new ArrayList<>();
    private final Set<RelNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private DeterminismReader(ToIntFunction<RelNode> ids) {
        this.ids = ids;
    }

    static List<Nondeterminism> of(List<RelNode> sinks, ToIntFunction<RelNode> ids) {
        DeterminismReader reader = new DeterminismReader(ids);
        for (RelNode sink : sinks) {
            if (!reader.isSound(sink)) {
                reader.search(sink);
            }
        }
        return reader.found;
    }

    /** Whether all is repeatable; what would be repaired counts as found, not as unsound. */
    private boolean isSound(RelNode sink) {
        if (!(sink instanceof StreamPhysicalRel physical)) {
            return true;
        }
        try {
            repaired(physical, new StreamNonDeterministicUpdatePlanVisitor().visit(physical));
            return true;
        } catch (TableException e) {
            return false;
        } catch (UnsupportedOperationException e) {
            // An operator that Flink's analysis does not know; then nothing is known.
            return true;
        }
    }

    private void repaired(RelNode before, RelNode after) {
        if (before instanceof StreamPhysicalLookupJoin was
                && after instanceof StreamPhysicalLookupJoin is
                && !was.upsertMaterialize()
                && is.upsertMaterialize()
                && seen.add(before)) {
            int left = was.getInput().getRowType().getFieldCount();
            List<String> columns = was.getRowType().getFieldNames();
            String table = String.join(".", was.temporalTable().getQualifiedName());
            found.add(new Nondeterminism(
                    ids.applyAsInt(before), columns.subList(left, columns.size()), Cause.LOOKUP, table));
        }
        for (int i = 0; i < before.getInputs().size(); i++) {
            repaired(before.getInput(i), after.getInput(i));
        }
    }

    private void search(RelNode node) {
        boolean below = false;
        for (RelNode input : node.getInputs()) {
            if (!isRepeatable(input, ImmutableBitSet.of())) {
                search(input);
                below = true;
            }
        }
        if (!below && seen.add(node)) {
            node.getInputs().forEach(input -> report(node, input));
        }
    }

    private void report(RelNode node, RelNode input) {
        List<Integer> changing = new ArrayList<>();
        for (int i = 0; i < input.getRowType().getFieldCount(); i++) {
            if (!isRepeatable(input, ImmutableBitSet.of(i))) {
                changing.add(i);
            }
        }
        if (changing.isEmpty()) {
            return;
        }
        ChangingCause cause = ChangingCause.of(input, changing.get(0));
        int[] positions = changing.stream().mapToInt(Integer::intValue).toArray();
        found.add(new Nondeterminism(
                ids.applyAsInt(node), RowFields.named(input, positions), cause.kind(), cause.name()));
    }

    private static boolean isRepeatable(RelNode node, ImmutableBitSet columns) {
        if (!(node instanceof StreamPhysicalRel physical)) {
            return true;
        }
        try {
            new StreamNonDeterministicUpdatePlanVisitor().visit(physical, columns);
            return true;
        } catch (TableException e) {
            return false;
        } catch (UnsupportedOperationException e) {
            return true;
        }
    }
}
