package io.elt.unittest.variation;

import io.elt.diagnostic.Diagnostic;
import io.elt.unittest.Event;
import io.elt.unittest.Outcome;
import io.elt.unittest.TestTable;
import io.elt.unittest.TypedCase;
import io.elt.unittest.variation.Difference.Failure;
import io.elt.unittest.variation.Difference.Rows;
import io.elt.unittest.variation.Shrinker.Shown;
import io.elt.unittest.variation.Variation.Kind;
import org.apache.flink.table.data.RowData;

import java.util.List;

/** A case that leaves something else when its input arrives otherwise: with the smallest input that shows it. */
public final class Finding {
    private final TypedCase test;
    private final Shown shown;
    private final Outcome leaves;
    private final long seed;

    /**
     * @param leaves what the smallest input leaves as it is written
     */
    Finding(TypedCase test, Shown shown, Outcome leaves, long seed) {
        this.test = test;
        this.shown = shown;
        this.leaves = leaves;
        this.seed = seed;
    }

    /** What is wrong, at the case. */
    public Diagnostic diagnostic() {
        Kind kind = shown.variation().kind();
        return Diagnostic.error(kind.code(), message(kind))
                .withDetail(detail())
                .withHint(hint(kind))
                .at(test.written().span());
    }

    /** The smallest input as a case; it has the same finding. */
    public String yaml() {
        return "# elt test --seed " + seed + "\n" + CaseYaml.of(test, shown.bundles(), leaves);
    }

    private String message(Kind kind) {
        String what = shown.difference() instanceof Rows rows
                ? "leaves other rows in " + CaseYaml.name(rows.table().name())
                : "fails";
        return "'" + test.written().name() + "' passes as it is written, but " + what + " " + when(kind);
    }

    private static String when(Kind kind) {
        return switch (kind) {
            case ORDER -> "in another order of its input";
            case RESTART -> "after a restart";
            case REPETITION -> "when changes are delivered twice";
            case TIME -> "when time passes between its rows";
            case BATCH -> "as a batch";
        };
    }

    private String detail() {
        StringBuilder text = new StringBuilder("as written:\n");
        for (Bundle bundle : shown.bundles()) {
            String late = isLate(bundle) ? " (late)" : "";
            bundle.events().forEach(event -> line(text, delivered(event) + late));
        }
        if (shown.variation().kind() != Kind.BATCH) {
            text.append(shown.variation().title()).append(":\n");
            shown.variation().moves().stream()
                    .flatMap(move -> move.told(this::delivered).stream())
                    .forEach(line -> line(text, line));
        }
        if (shown.difference() instanceof Rows rows) {
            leaves(text, rows, rows.written(), "only as written there is:");
            leaves(text, rows, rows.varied(), "only " + otherwise() + " there is:");
        } else if (shown.difference() instanceof Failure failure) {
            text.append(otherwise()).append(" the job fails: ").append(failure.text());
        }
        return text.toString().stripTrailing();
    }

    private String certainOrder() {
        return shown.bundles().stream()
                .map(Bundle::table)
                .filter(name -> test.inputs().get(name).primaryKey().isEmpty())
                .findFirst()
                .map(name -> "if the source keeps the order of a key, say so: 'orders: {" + CaseYaml.name(name)
                        + ": [column]}'")
                .orElse("if the order is certain, say 'orders: exact'");
    }

    private boolean isLate(Bundle bundle) {
        return InputOrder.of(test.inputs().get(bundle.table()))
                .isLate(bundle, shown.bundles().subList(0, shown.bundles().indexOf(bundle)));
    }

    private String otherwise() {
        return shown.variation().kind() == Kind.BATCH ? "as a batch" : "otherwise";
    }

    private String delivered(Event event) {
        TestTable table = test.inputs().get(event.table());
        return CaseYaml.name(event.table()) + " " + CaseYaml.event(table, event);
    }

    private static void leaves(StringBuilder text, Rows rows, List<RowData> left, String title) {
        if (left.isEmpty()) {
            return;
        }
        text.append(title).append('\n');
        left.forEach(row ->
                line(text, CaseYaml.name(rows.table().name()) + " " + RowYaml.of(rows.table(), rows.columns(), row)));
    }

    private static void line(StringBuilder text, String line) {
        text.append("  ").append(line).append('\n');
    }

    private String hint(Kind kind) {
        return switch (kind) {
            case ORDER ->
                "let the query choose by the data (a time, a number, a sequence.field), not by arrival; "
                        + certainOrder();
            case RESTART -> "keep what must survive a restart in the state of a query, not in a function";
            case REPETITION ->
                "take the newest change of each key, by the table's changelog-producer 'lookup' or by"
                        + " 'table.exec.source.cdc-events-duplicate'";
            case TIME -> "keep the state longer: 'table.exec.state.ttl', or the hint STATE_TTL";
            case BATCH ->
                shown.bundles().stream().anyMatch(this::isLate)
                        ? "let the watermark wait as long as the source may be late; if late rows are meant to be lost, say"
                                + " 'orders: exact'"
                        : "the table is not what the query says of its input; if that is meant, say 'orders: exact'";
        };
    }
}
