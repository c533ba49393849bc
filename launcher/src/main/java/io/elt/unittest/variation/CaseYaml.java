package io.elt.unittest.variation;

import io.elt.plan.TableName;
import io.elt.unittest.Event;
import io.elt.unittest.Event.Change;
import io.elt.unittest.Event.Watermark;
import io.elt.unittest.Expectation;
import io.elt.unittest.Outcome;
import io.elt.unittest.Outcome.Finished;
import io.elt.unittest.TestCase.Orders.Kept;
import io.elt.unittest.TestTable;
import io.elt.unittest.TypedCase;
import io.elt.unittest.YamlText;
import org.apache.flink.table.data.RowData;
import org.apache.flink.types.RowKind;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a part of a case as a case of its own, to be pasted into a file of tests. */
final class CaseYaml {
    private final TypedCase test;
    private final StringBuilder yaml = new StringBuilder();

    private CaseYaml(TypedCase test) {
        this.test = test;
    }

    /**
     * @param bundles what is given, in the order as written
     * @param leaves what that leaves as it is written
     */
    static String of(TypedCase test, List<Bundle> bundles, Outcome leaves) {
        return new CaseYaml(test).write(bundles, leaves);
    }

    /** An event as a case writes it. */
    static String event(TestTable table, Event event) {
        if (event instanceof Watermark watermark) {
            LocalDateTime at = LocalDateTime.ofInstant(watermark.at(), ZoneOffset.UTC);
            return "{watermark: '" + RowYaml.timestamp(at) + "'}";
        }
        RowData row = ((Change) event).row();
        return kind(row.getRowKind()) + RowYaml.of(table, row);
    }

    private static String kind(RowKind kind) {
        return kind == RowKind.INSERT ? "" : kind.shortString() + ": ";
    }

    private String write(List<Bundle> bundles, Outcome leaves) {
        yaml.append("- name: ")
                .append(YamlText.of(test.written().name() + ", smallest input"))
                .append('\n');
        files();
        orders();
        yaml.append("  given:\n");
        given(bundles).forEach((table, events) -> {
            yaml.append("    ").append(name(table)).append(":\n");
            events.forEach(event -> yaml.append("      - ")
                    .append(event(test.inputs().get(table), event))
                    .append('\n'));
        });
        yaml.append("  expect:\n");
        test.expectations().forEach(expectation -> expect(expectation, leaves));
        return yaml.toString();
    }

    private void files() {
        List<String> names =
                test.written().files().stream().map(file -> file.text()).toList();
        yaml.append("  file: ")
                .append(names.size() == 1 ? names.get(0) : "[" + String.join(", ", names) + "]")
                .append('\n');
    }

    private void orders() {
        List<Kept> kept = test.written().orders().kept();
        if (kept.isEmpty()) {
            return;
        }
        yaml.append("  orders:\n");
        kept.forEach(each -> yaml.append("    ")
                .append(each.table())
                .append(": [")
                .append(String.join(
                        ", ",
                        each.columns().stream()
                                .map(column -> YamlText.of(column.text()))
                                .toList()))
                .append("]\n"));
    }

    private static Map<TableName, List<Event>> given(List<Bundle> bundles) {
        return bundles.stream()
                .flatMap(bundle -> bundle.events().stream())
                .collect(Collectors.groupingBy(Event::table, LinkedHashMap::new, Collectors.toList()));
    }

    private void expect(Expectation expectation, Outcome leaves) {
        TestTable table = test.outputs().get(expectation.table());
        List<Integer> columns = Difference.columns(test, expectation);
        List<RowData> rows = leaves instanceof Finished finished
                ? finished.tables().get(expectation.table()).rows()
                : List.of();
        yaml.append("    ").append(name(expectation.table())).append(rows.isEmpty() ? ": []\n" : ":\n");
        rows.forEach(row ->
                yaml.append("      - ").append(RowYaml.of(table, columns, row)).append('\n'));
    }

    /** As a case names it: a temporary table by its own name alone. */
    static String name(TableName table) {
        return table.catalog().equals("default_catalog") ? table.table() : table.toString();
    }
}
