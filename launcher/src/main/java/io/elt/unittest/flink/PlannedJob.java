package io.elt.unittest.flink;

import io.elt.plan.TableName;
import io.elt.unittest.TestTable;
import org.apache.flink.runtime.jobgraph.JobGraph;

import java.util.Map;

/**
 * A tested file, planned. The job graph is submitted once for each run, each time under another id.
 *
 * @param readers how many sources of the graph deliver events
 */
record PlannedJob(JobGraph graph, int readers, Map<TableName, TestTable> inputs, Map<TableName, WrittenTable> outputs) {
    PlannedJob {
        inputs = Map.copyOf(inputs);
        outputs = Map.copyOf(outputs);
    }
}
