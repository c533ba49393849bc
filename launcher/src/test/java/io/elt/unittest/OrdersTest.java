package io.elt.unittest;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.EltException;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.Problems;
import io.elt.diagnostic.SourceSpan;
import io.elt.plan.TableName;
import io.elt.project.Value;
import io.elt.project.YamlText;
import io.elt.unittest.TestCase.Orders;
import org.apache.flink.table.types.logical.BigIntType;
import org.apache.flink.table.types.logical.VarCharType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What a case says of the order of its input, and what becomes of it. */
class OrdersTest {
    private static final TestTable EVENTS = new TestTable(
            new TableName("default_catalog", "default_database", "card_event"),
            List.of(
                    new TestColumn("card_id", new BigIntType()),
                    new TestColumn("status", new VarCharType(VarCharType.MAX_LENGTH))),
            List.of(),
            Delivery.APPEND,
            true,
            Optional.empty());

    private final Problems problems = new Problems();

    private Orders read(String yaml) {
        Value value = YamlText.parse("tests/card.yaml", "orders: " + yaml).orElseThrow();
        return OrdersReader.read(((Value.Mapping) value).toMap().get("orders"), problems);
    }

    private TypedCase typed(String orders) {
        TestCase test = new TestCase(
                "a case",
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                Optional.empty(),
                read(orders),
                SourceSpan.ofFile("tests/card.yaml"));
        return CaseTyping.of(test, new CaseTables(Map.of(EVENTS.name(), EVENTS), Map.of()), ZoneOffset.UTC);
    }

    private Diagnostic refused(String orders) {
        return catchThrowableOfType(EltException.class, () -> typed(orders))
                .diagnostics()
                .get(0);
    }

    @ParameterizedTest
    @CsvSource({"any, false", "exact, true"})
    void aWordIsForAllInputs(String word, boolean exact) {
        assertThat(read(word)).isEqualTo(new Orders(exact, List.of()));
        assertThat(problems.hasErrors()).isFalse();
    }

    @Test
    void aMappingNamesTheKeysWhoseOrderIsKept() {
        Orders orders = read("{card_event: [card_id, status], other: id}");

        assertThat(orders.isExact()).isFalse();
        assertThat(orders.kept()).extracting(Orders.Kept::table).containsExactly("card_event", "other");
        assertThat(orders.kept())
                .extracting(
                        kept -> kept.columns().stream().map(Value.Scalar::text).toList())
                .containsExactly(List.of("card_id", "status"), List.of("id"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"sorted | BAD_VALUE", "[exact] | WRONG_TYPE", "{card_event: [[a]]} | WRONG_TYPE"})
    void anythingElseIsAnErrorWhereItStands(String yaml, ErrorCode code) {
        read(yaml);

        assertThat(problems.found()).extracting(Diagnostic::code).containsExactly(code);
        assertThat(problems.found().get(0).span()).isPresent();
    }

    @Test
    void theInputIsOneWithThatKey() {
        assertThat(typed("{card_event: [card_id]}").inputs().get(EVENTS.name()))
                .isEqualTo(EVENTS.keyedBy(List.of("card_id")))
                .satisfies(table -> assertThat(table.keyPositions()).containsExactly(0));
    }

    @Test
    void otherwiseTheInputIsAsItsFileDeclaresIt() {
        assertThat(typed("any").inputs().get(EVENTS.name())).isEqualTo(EVENTS);
    }

    @Test
    void aColumnThatDoesNotExistIsAnErrorWithTheNearestOne() {
        Diagnostic refused = refused("{card_event: [cardid]}");

        assertThat(refused.code()).isEqualTo(ErrorCode.TEST_COLUMN_UNKNOWN);
        assertThat(refused.hint()).contains("did you mean 'card_id'?");
    }

    @Test
    void anInputThatDoesNotExistIsAnErrorWithTheNearestOne() {
        Diagnostic refused = refused("{card_events: [card_id]}");

        assertThat(refused.code()).isEqualTo(ErrorCode.TEST_TABLE_UNKNOWN);
        assertThat(refused.hint()).contains("did you mean 'card_event'?");
    }
}
