package io.elt.unittest.flink;

import io.elt.plan.TableName;
import io.elt.unittest.Event;
import io.elt.unittest.TestTable;
import org.apache.flink.table.data.RowData;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a batch job finds in its inputs: the rows that the events leave behind. */
final class BatchInput {
    private BatchInput() {}

    static List<Event> of(List<Event> events, Map<TableName, TestTable> inputs) {
        Map<TableName, List<Event.Change>> changes = new LinkedHashMap<>();
        for (Event event : events) {
            if (event instanceof Event.Change change) {
                changes.computeIfAbsent(event.table(), name -> new ArrayList<>())
                        .add(change);
            }
        }
        List<Event> left = new ArrayList<>();
        changes.forEach((name, all) -> {
            List<RowData> rows = TableContent.of(
                            inputs.get(name),
                            all.stream().map(Event.Change::row).toList())
                    .rows();
            rows.forEach(row -> left.add(new Event.Change(name, row, all.get(0).span())));
        });
        return left;
    }
}
