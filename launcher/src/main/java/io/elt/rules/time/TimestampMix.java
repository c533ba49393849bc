package io.elt.rules.time;

import io.elt.diagnostic.ErrorCode;
import io.elt.plan.Column;
import io.elt.plan.operator.Written;
import io.elt.rules.CheckedProject;
import io.elt.rules.Finding;
import io.elt.rules.JobFlow;
import io.elt.rules.Rule;

import java.util.ArrayList;
import java.util.List;

/** Flink converts between the two in silence, by the time zone of the session. */
public final class TimestampMix implements Rule {
    private static final String POINT = "TIMESTAMP_LTZ";
    private static final String READING = "TIMESTAMP";

    @Override
    public ErrorCode code() {
        return ErrorCode.TIMESTAMP_MIX;
    }

    @Override
    public List<Finding> check(CheckedProject project) {
        List<Finding> findings = new ArrayList<>();
        for (JobFlow flow : project.flows()) {
            flow.operators().writes().forEach(written -> mixed(flow, written, findings));
        }
        return findings;
    }

    private static void mixed(JobFlow flow, Written written, List<Finding> findings) {
        for (int i = 0; i < Math.min(written.query().size(), written.columns().size()); i++) {
            Column given = written.query().get(i);
            Column taken = written.columns().get(i);
            String from = word(given);
            String to = word(taken);
            boolean mixed = (from.equals(POINT) && to.equals(READING)) || (from.equals(READING) && to.equals(POINT));
            if (mixed) {
                String zone = "the session's time zone";
                String happens = from.equals(POINT)
                        ? "a point in time becomes the clock reading of " + zone
                        : "a clock reading is taken for one of " + zone;
                findings.add(Finding.at(
                                flow.column(written, i),
                                "column " + taken.name() + " of " + written.table() + " is " + to + ", the query gives "
                                        + from + ": " + happens + ", and is another one when the zone changes")
                        .withHint("use " + POINT + " in all layers; where the conversion is meant, write CAST(... AS "
                                + to + "(3))"));
            }
        }
    }

    private static String word(Column column) {
        return column.type().split("[( ]", 2)[0];
    }
}
