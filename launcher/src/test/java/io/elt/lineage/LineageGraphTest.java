package io.elt.lineage;

import io.elt.diagnostic.EltException;
import io.elt.diagnostic.ErrorCode;
import io.elt.plan.column.Influence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Ways through a small graph: topic -> ods -> dws and back, with one column that decides about rows. */
class LineageGraphTest {
    private static final Dataset TOPIC = new Dataset(Dataset.Kind.EXTERNAL, "kafka://k:1", "shop.order");
    private static final Dataset ODS = new Dataset(Dataset.Kind.TABLE, "lake", "ods.order");
    private static final Dataset DWS = new Dataset(Dataset.Kind.TABLE, "lake", "dws.order");
    private static final Dataset OTHER = new Dataset(Dataset.Kind.TABLE, "lake", "dws.alone");

    private static final LineageGraph GRAPH = new LineageGraph(
            Map.of(
                    TOPIC, List.of("id", "amount", "state"),
                    ODS, List.of("id", "amount"),
                    DWS, List.of("id", "total"),
                    OTHER, List.of("id")),
            Set.of(ODS, DWS),
            List.of(
                    step(TOPIC, "id", ODS, "id", Influence.IDENTITY),
                    step(TOPIC, "amount", ODS, "amount", Influence.TRANSFORMATION),
                    step(TOPIC, "state", ODS, "*", Influence.FILTER),
                    step(ODS, "id", DWS, "id", Influence.IDENTITY),
                    step(ODS, "amount", DWS, "total", Influence.AGGREGATION),
                    step(ODS, "id", DWS, "*", Influence.GROUP_BY),
                    // A table may be read by the job that writes it.
                    step(DWS, "total", DWS, "total", Influence.TRANSFORMATION)));

    private static final Lineage LINEAGE = new Lineage(GRAPH, Map.of(TOPIC, Set.of("order_change")), List.of());

    private static Step step(Dataset from, String column, Dataset to, String target, Influence influence) {
        return new Step(new ColumnRef(from, column), new ColumnRef(to, target), influence, "job", "sql/x.sql");
    }

    @Test
    void upFollowsValuesAndNamesWhatDecidesWhereItDoes() {
        assertThat(GRAPH.up(new ColumnRef(DWS, "total")))
                .extracting(step -> step.from() + " -> " + step.to().column())
                .containsExactlyInAnyOrder(
                        "shop.order.amount -> amount",
                        "shop.order.state -> *",
                        "lake.ods.order.amount -> total",
                        "lake.ods.order.id -> *",
                        "lake.dws.order.total -> total");
    }

    @Test
    void downFollowsValuesAndEndsAtWhatTheyDecide() {
        assertThat(GRAPH.down(new ColumnRef(TOPIC, "id")))
                .extracting(step -> step.to().toString())
                .containsExactlyInAnyOrder("lake.ods.order.id", "lake.dws.order.id", "lake.dws.order.*");
        assertThat(GRAPH.down(new ColumnRef(TOPIC, "state")))
                .extracting(step -> step.to().isRows())
                .containsExactly(true);
    }

    @Test
    void originsAreComposedOverAllSteps() {
        assertThat(GRAPH.origins(new ColumnRef(DWS, "total")))
                .isEqualTo(Map.of(
                        new ColumnRef(TOPIC, "amount"), Set.of(Influence.AGGREGATION),
                        new ColumnRef(TOPIC, "id"), Set.of(Influence.GROUP_BY),
                        new ColumnRef(TOPIC, "state"), Set.of(Influence.FILTER)));
        assertThat(GRAPH.origins(new ColumnRef(TOPIC, "id"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "lake.dws.order.total, lake.dws.order.total",
        "dws.order.TOTAL,      lake.dws.order.total",
        "`lake`.`ods`.`order`.`amount`, lake.ods.order.amount",
        "order.amount,         lake.ods.order.amount",
        "shop.order.state,     shop.order.state",
        "order_change.id,      shop.order.id",
        "alone,                lake.dws.alone.id",
    })
    void aNameMayBeShortWhereItIsClear(String asked, String found) {
        assertThat(LINEAGE.columns(asked)).extracting(ColumnRef::toString).contains(found);
    }

    @Test
    void aTableMeansAllItsColumnsInTheirOrder() {
        assertThat(LINEAGE.columns("ods.order")).extracting(ColumnRef::column).containsExactly("id", "amount");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            dws.ordre          | UNKNOWN_TABLE   | did you mean 'dws.order'?
            dws.ordre.total    | UNKNOWN_TABLE   | did you mean 'dws.order'?
            x                  | UNKNOWN_TABLE   | 'elt ls' shows which tables there are
            dws.order.totl     | UNKNOWN_COLUMN  | did you mean 'total'?
            dws.order.zebra    | UNKNOWN_COLUMN  | it has id, total
            order              | AMBIGUOUS_TABLE | write one of lake.dws.order, lake.ods.order
            order.id           | AMBIGUOUS_TABLE | write one of lake.dws.order, lake.ods.order
            """)
    void whatIsNotThereIsToldWithTheNextName(String asked, ErrorCode code, String hint) {
        var problem = catchThrowableOfType(EltException.class, () -> LINEAGE.columns(asked))
                .diagnostics()
                .get(0);

        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.hint()).contains(hint);
    }
}
