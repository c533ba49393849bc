package io.elt.plan;

import org.apache.calcite.rel.RelNode;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.internal.TableEnvironmentImpl;
import org.apache.flink.table.operations.ModifyOperation;
import org.apache.flink.table.planner.delegation.PlannerBase;
import scala.collection.JavaConverters;
import scala.collection.Seq;

import java.util.List;

/**
 * The steps of Flink's planner between a validated INSERT and the job, one by one: the public API does them all at once and
 * gives only a text away, of which the operators could not be read.
 */
final class Optimiser {
    private final PlannerBase planner;

    private Optimiser(PlannerBase planner) {
        this.planner = planner;
    }

    static Optimiser of(TableEnvironment environment) {
        return new Optimiser((PlannerBase) ((TableEnvironmentImpl) environment).getPlanner());
    }

    /**
     * What the optimiser makes of INSERTs that run together; a part that several of them need is one object.
     *
     * @throws RuntimeException as Flink's planner does
     */
    List<RelNode> optimise(List<? extends ModifyOperation> inserts) {
        planner.beforeTranslation();
        try {
            List<RelNode> queries =
                    inserts.stream().map(planner::translateToRel).toList();
            Seq<RelNode> optimised = planner.optimize(scala(queries));
            // Some operators find only now that they cannot do what they are asked.
            planner.translateToExecNodeGraph(optimised, false);
            return JavaConverters.seqAsJavaList(optimised);
        } finally {
            planner.afterTranslation();
        }
    }

    /** The query of an INSERT as it was validated, fitted to its table: the planner's tree before anything is optimised. */
    RelNode written(ModifyOperation insert) {
        planner.beforeTranslation();
        try {
            return planner.translateToRel(insert);
        } finally {
            planner.afterTranslation();
        }
    }

    private static Seq<RelNode> scala(List<RelNode> nodes) {
        return JavaConverters.asScalaBuffer(nodes).toList();
    }
}
