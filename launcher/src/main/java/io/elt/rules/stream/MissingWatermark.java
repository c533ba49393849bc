package io.elt.rules.stream;

import io.elt.diagnostic.ErrorCode;
import io.elt.plan.TableName;
import io.elt.plan.operator.Operator;
import io.elt.plan.operator.OperatorType;
import io.elt.rules.CheckedProject;
import io.elt.rules.Finding;
import io.elt.rules.JobFlow;
import io.elt.rules.Rule;

import java.util.ArrayList;
import java.util.List;

/** An interval join without watermarks is no interval join: Flink plans a regular one, which forgets nothing. */
public final class MissingWatermark implements Rule {
    @Override
    public ErrorCode code() {
        return ErrorCode.MISSING_WATERMARK;
    }

    @Override
    public List<Finding> check(CheckedProject project) {
        List<Finding> findings = new ArrayList<>();
        for (JobFlow flow : project.flows()) {
            for (Operator join : flow.operators().of(OperatorType.JOIN)) {
                IntervalConditions.missingWatermark(flow, join)
                        .ifPresent(scan ->
                                findings.add(finding(flow, scan, scan.table().orElseThrow())));
            }
        }
        return findings;
    }

    private static Finding finding(JobFlow flow, Operator scan, TableName table) {
        String name = flow.lakeTable(table).isPresent() ? table.toString() : table.table();
        return Finding.at(
                        flow.mention(table, scan),
                        "this is not planned as an interval join, for " + name
                                + " has no watermark: the rows of both sides are kept for ever")
                .withHint(
                        "declare it in its CREATE TABLE, in the lake too: WATERMARK FOR <time column> AS <time column> -"
                                + " INTERVAL '5' SECOND");
    }
}
