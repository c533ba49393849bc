package io.elt.selector;

import io.elt.diagnostic.EltException;
import io.elt.selector.SelectableGraph.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * The cases of dbt's documentation of node selection, in its order: graph operators, set operators, methods, exclusion.
 *
 * <pre>
 * source:shop ── stg_orders ────┬── int_joined ── fct_orders ── mart_finance
 * source:crm ─── stg_customers ─┘                     │
 * source:crm ─── stg_invoices ────────────────────────┘
 * stg_alone
 * </pre>
 */
class DbtSelectionTest {

    private static Node node(String name, String folders, Set<String> tags, Set<String> sources, String mode) {
        List<String> path = folders.isEmpty() ? List.of() : List.of(folders.split("/"));
        String[] names = new String[path.size() + 2];
        names[0] = "shop";
        for (int i = 0; i < path.size(); i++) {
            names[i + 1] = path.get(i);
        }
        names[names.length - 1] = name;
        String prefix = folders.isEmpty() ? "sql/" : "sql/" + folders + "/";
        return new Node(
                name,
                prefix + name + ".sql",
                List.of(names),
                "",
                tags,
                Set.of("lake.x." + name),
                sources,
                Map.of("mode", Set.of(mode), "tags", tags));
    }

    private static final SelectableGraph GRAPH = new SelectableGraph(
            List.of(
                    node("stg_orders", "staging/shop", Set.of("nightly", "raw"), Set.of("shop"), "streaming"),
                    node("stg_customers", "staging/crm", Set.of("nightly"), Set.of("crm"), "streaming"),
                    node("stg_invoices", "staging/crm", Set.of(), Set.of("crm"), "batch"),
                    node("stg_alone", "staging", Set.of(), Set.of(), "streaming"),
                    node("int_joined", "", Set.of(), Set.of(), "streaming"),
                    node("fct_orders", "marts/finance", Set.of("nightly"), Set.of(), "streaming"),
                    node("mart_finance", "marts/finance", Set.of(), Set.of(), "batch")),
            Map.of(
                    "int_joined", List.of("stg_orders", "stg_customers"),
                    "fct_orders", List.of("int_joined", "stg_invoices"),
                    "mart_finance", List.of("fct_orders")));

    private static List<String> select(List<String> select, List<String> exclude) {
        return new Selection(select, exclude).in(GRAPH);
    }

    private static void assertSelected(List<String> selected, String expected) {
        assertThat(selected).containsExactlyInAnyOrder(expected.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "int_joined+ = int_joined fct_orders mart_finance",
                "+int_joined = int_joined stg_orders stg_customers",
                "+int_joined+ = int_joined stg_orders stg_customers fct_orders mart_finance",
                "int_joined+1 = int_joined fct_orders",
                "2+fct_orders = fct_orders int_joined stg_invoices stg_orders stg_customers",
                "1+fct_orders = fct_orders int_joined stg_invoices",
                "1+int_joined+1 = int_joined stg_orders stg_customers fct_orders",
                "0+fct_orders = fct_orders",
                "@int_joined = int_joined fct_orders mart_finance stg_orders stg_customers stg_invoices",
                "@stg_alone = stg_alone",
                "@+int_joined = int_joined fct_orders mart_finance stg_orders stg_customers stg_invoices",
            })
    void graphOperators(String selector, String expected) {
        assertSelected(select(List.of(selector), List.of()), expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "+int_joined +stg_alone = int_joined stg_orders stg_customers stg_alone",
                "stg_orders+,stg_invoices+ = fct_orders mart_finance",
                "+fct_orders,+int_joined = int_joined stg_orders stg_customers",
                "marts.finance,tag:nightly = fct_orders",
                "tag:nightly,tag:raw stg_alone = stg_orders stg_alone",
            })
    void setOperators(String selector, String expected) {
        assertSelected(select(List.of(selector), List.of()), expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "fct_orders = fct_orders",
                "fqn:fct_orders = fct_orders",
                "shop.int_joined = int_joined",
                "fqn:shop.marts.finance.fct_orders = fct_orders",
                "marts = fct_orders mart_finance",
                "marts.finance = fct_orders mart_finance",
                "shop.marts = fct_orders mart_finance",
                "staging.crm.* = stg_customers stg_invoices",
                "staging.*.stg_* = stg_customers stg_invoices stg_orders",
                "staging.* = stg_alone stg_customers stg_invoices stg_orders",
                "*.stg_inv* = stg_invoices",
                "shop.* = int_joined fct_orders mart_finance stg_alone stg_customers stg_invoices stg_orders",
            })
    void theNameMethod(String selector, String expected) {
        assertSelected(select(List.of(selector), List.of()), expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "tag:nightly = stg_orders stg_customers fct_orders",
                "tag:n* = stg_orders stg_customers fct_orders",
                "path:sql/staging/crm = stg_customers stg_invoices",
                "path:sql/staging/crm/stg_invoices.sql = stg_invoices",
                "sql/staging/crm = stg_customers stg_invoices",
                "sql/staging/crm/stg_invoices.sql+1 = stg_invoices fct_orders",
                "path:sql/*/crm = stg_customers stg_invoices",
                "path:sql/staging/* = stg_alone stg_orders stg_customers stg_invoices",
                "path:sql/**/stg_* = stg_alone stg_orders stg_customers stg_invoices",
                "path:sql/m* = fct_orders mart_finance",
                "file:stg_invoices.sql = stg_invoices",
                "stg_invoices.sql = stg_invoices",
                "file:stg_*.sql = stg_alone stg_orders stg_customers stg_invoices",
                "config.mode:batch = stg_invoices mart_finance",
                "config.tags:nightly = stg_orders stg_customers fct_orders",
                "+config.mode:batch,tag:raw = stg_orders",
            })
    void otherMethods(String selector, String expected) {
        assertSelected(select(List.of(selector), List.of()), expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "source:crm+1 = stg_customers stg_invoices",
                "source:crm+ = stg_customers stg_invoices int_joined fct_orders mart_finance",
                "source:crm+2 = stg_customers stg_invoices int_joined fct_orders",
                "source:s*+1 = stg_orders",
                "+source:shop+1 = stg_orders",
                "@source:shop = stg_orders int_joined fct_orders mart_finance stg_customers stg_invoices",
                "source:crm stg_alone = stg_alone",
            })
    void aSourceIsANodeThatIsNoFile(String selector, String expected) {
        assertSelected(select(List.of(selector), List.of()), expected);
    }

    @Test
    void aSourceAloneIsNothingToRun() {
        EltException nothing = catchThrowableOfType(EltException.class, () -> select(List.of("source:crm"), List.of()));

        assertThat(nothing.diagnostics()).singleElement().satisfies(problem -> {
            assertThat(problem).hasToString("error[ELT1101]: nothing is selected by 'source:crm'");
            assertThat(problem.hint().orElseThrow()).contains("'source:name+'");
        });
    }

    @Test
    void exclusion() {
        assertSelected(select(List.of("marts"), List.of("fct_orders")), "mart_finance");
        assertSelected(select(List.of("+fct_orders"), List.of("staging.crm", "tag:raw")), "int_joined fct_orders");
        assertSelected(select(List.of("+fct_orders"), List.of("staging.crm tag:raw")), "int_joined fct_orders");
        assertSelected(
                select(List.of("+fct_orders"), List.of("staging.crm,tag:nightly")),
                "int_joined fct_orders stg_orders stg_invoices");
        assertSelected(select(List.of(), List.of("stg_orders+")), "stg_alone stg_customers stg_invoices");
        assertSelected(
                select(List.of("tag:nightly", "config.mode:batch"), List.of("@stg_alone")),
                "stg_orders stg_customers fct_orders stg_invoices mart_finance");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "path:crm", // paths start at the project
                "path:stg_invoices.sql",
                "file:stg_invoices", // a file's name has its extension
                "marts.orders", // folders are not left out
                "tag:night",
                "tag:Nightly",
                "config.mode:BATCH",
                "source:nope+",
            })
    void whatDbtDoesNotFindIsAnErrorHere(String selector) {
        EltException nothing = catchThrowableOfType(EltException.class, () -> select(List.of(selector), List.of()));

        assertThat(nothing.diagnostics())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code().text()).isEqualTo("ELT1101"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@a+", "@a+1", "config:batch", "state:modified", "tag:", "a,,b"})
    void whatIsNoSelector(String selector) {
        EltException wrong = catchThrowableOfType(EltException.class, () -> select(List.of(selector), List.of()));

        assertThat(wrong.diagnostics())
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.code().isUsage()).isTrue());
    }

    @Test
    void everyFormOfSeveralSelectorsIsTheSameUnion() {
        List<String> union = select(List.of("stg_orders", "stg_alone"), List.of());

        for (List<String> form : Arrays.asList(
                List.of("stg_orders stg_alone"),
                List.of(" stg_alone  stg_orders "),
                List.of("stg_orders", "stg_orders stg_alone"))) {
            assertThat(select(form, List.of())).isEqualTo(union);
        }
    }
}
