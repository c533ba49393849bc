package io.elt.selector;

import io.elt.diagnostic.Diagnostic;
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
 * The graph:
 *
 * <pre>
 * ods_account ──────┬─ dwd_account ──┬─ dws_loan ───────┐
 * ods_loan ─────────│────────────────┘                  ├─ ads_branch
 * ods_transaction ──┴─ dwd_transaction ── dws_deposit ──┘
 * dim_day
 * </pre>
 */
class SelectionTest {

    private static Node node(String name, String... tags) {
        String layer = name.substring(0, 3);
        String folder = layer.equals("dws") ? "sql/marts/" : "sql/";
        return new Node(
                name,
                folder + name + ".sql",
                layer.equals("dws") ? List.of("bank", "marts", name) : List.of("bank", name),
                layer,
                Set.of(tags),
                Set.of(name, "lake." + layer + "." + name),
                Set.of(),
                Map.of());
    }

    private static final SelectableGraph GRAPH = new SelectableGraph(
            List.of(
                    node("ods_transaction", "daily"),
                    node("ods_account"),
                    node("ods_loan"),
                    node("dwd_transaction", "daily", "core"),
                    node("dwd_account", "core"),
                    node("dws_loan"),
                    node("dws_deposit", "core"),
                    node("ads_branch", "daily"),
                    node("dim_day")),
            Map.of(
                    "dwd_account", List.of("ods_account"),
                    "dwd_transaction", List.of("ods_transaction", "ods_account", "dwd_transaction"),
                    "dws_loan", List.of("dwd_account", "ods_loan", "not_a_node"),
                    "dws_deposit", List.of("dwd_transaction"),
                    "ads_branch", List.of("dws_deposit", "dws_loan")));

    private static List<String> select(String... arguments) {
        return new Selection(List.of(arguments), List.of()).in(GRAPH);
    }

    private static List<Diagnostic> problems(List<String> select, List<String> exclude) {
        return catchThrowableOfType(EltException.class, () -> new Selection(select, exclude).in(GRAPH))
                .diagnostics();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "dws_deposit = dws_deposit",
                "+dws_deposit = ods_account ods_transaction dwd_transaction dws_deposit",
                "dws_deposit+ = dws_deposit ads_branch",
                "1+dws_deposit = dwd_transaction dws_deposit",
                "2+ads_branch = ods_loan dwd_account dwd_transaction dws_deposit dws_loan ads_branch",
                "ods_account+1 = ods_account dwd_account dwd_transaction",
                "ods_account+2 = ods_account dwd_account dwd_transaction dws_deposit dws_loan",
                "0+dws_deposit+0 = dws_deposit",
                "1+dws_loan+1 = ods_loan dwd_account dws_loan ads_branch",
                "+dws_loan+ = ods_account ods_loan dwd_account dws_loan ads_branch",
                "@ods_loan = ods_account ods_loan ods_transaction dwd_account dwd_transaction dws_deposit dws_loan ads_branch",
                "@dim_day = dim_day",
                "dws_* = dws_deposit dws_loan",
                "*_loan = ods_loan dws_loan",
                "dw?_account = dwd_account",
                "dw[ds]_* = dwd_account dwd_transaction dws_deposit dws_loan",
                "[!do]* = ads_branch",
                "* = dim_day ods_account ods_loan ods_transaction dwd_account dwd_transaction dws_deposit dws_loan ads_branch",
                "tag:daily = ods_transaction dwd_transaction ads_branch",
                "tag:da* = ods_transaction dwd_transaction ads_branch",
                "+tag:core = ods_account ods_transaction dwd_account dwd_transaction dws_deposit",
                "layer:dws = dws_deposit dws_loan",
                "path:sql/marts = dws_deposit dws_loan",
                "path:sql/marts/ = dws_deposit dws_loan",
                "path:sql/*/dws_l* = dws_loan",
                "sql/marts/dws_deposit.sql = dws_deposit",
                "./sql/marts/dws_deposit.sql+ = dws_deposit ads_branch",
                "sql/marts = dws_deposit dws_loan",
                "dws_deposit.sql = dws_deposit",
                "lake.dws.dws_deposit = dws_deposit",
                "table:lake.dws.* = dws_deposit dws_loan",
                "tag:daily,layer:dwd = dwd_transaction",
                "+dws_deposit,+dws_loan = ods_account",
                "dws_loan dim_day = dim_day dws_loan",
                "tag:daily,layer:dwd dim_day = dim_day dwd_transaction",
            })
    void selects(String selector, String expected) {
        assertThat(select(selector)).containsExactly(expected.split(" "));
    }

    @Test
    void manyArgumentsAreAUnion() {
        assertThat(select("dws_loan", "dim_day", "dws_loan")).containsExactly("dim_day", "dws_loan");
    }

    @Test
    void withoutArgumentsEverythingIsSelected() {
        assertThat(select()).hasSize(9);
        assertThat(select()).startsWith("dim_day", "ods_account").endsWith("ads_branch");
    }

    @Test
    void excludedIsTakenAway() {
        assertThat(new Selection(List.of("+ads_branch"), List.of("layer:ods", "dws_loan")).in(GRAPH))
                .containsExactly("dwd_account", "dwd_transaction", "dws_deposit", "ads_branch");
        assertThat(new Selection(List.of(), List.of("tag:core+ layer:ods")).in(GRAPH))
                .containsExactly("dim_day");
    }

    @Test
    void whatIsReadComesFirst() {
        List<String> order = select();
        assertThat(order.indexOf("ods_loan")).isLessThan(order.indexOf("dws_loan"));
        assertThat(order.indexOf("dws_deposit")).isLessThan(order.indexOf("ads_branch"));
    }

    @Test
    void aCircleLosesNobody() {
        SelectableGraph circle = new SelectableGraph(
                List.of(node("dws_a"), node("dws_b")), Map.of("dws_a", List.of("dws_b"), "dws_b", List.of("dws_a")));
        assertThat(new Selection(List.of("+dws_a"), List.of()).in(circle)).containsExactly("dws_a", "dws_b");
    }

    @Test
    void anUnknownNameIsAnErrorWithTheNearest() {
        assertThat(problems(List.of("dws_depsoit+", "tag:dialy", "sql/mart/dws_loan.sql"), List.of("dim_dya")))
                .extracting(problem -> problem + " | " + problem.hint().orElseThrow())
                .containsExactly(
                        "error[ELT1101]: the selector 'dws_depsoit+' matches nothing | did you mean 'dws_deposit'?",
                        "error[ELT1101]: the selector 'tag:dialy' matches nothing | did you mean 'daily'?",
                        "error[ELT1101]: the selector 'sql/mart/dws_loan.sql' matches nothing"
                                + " | did you mean 'sql/marts/dws_loan.sql'?",
                        "error[ELT1101]: the selector 'dim_dya' matches nothing | did you mean 'dim_day'?");
    }

    @Test
    void nothingLeftIsAnError() {
        assertThat(problems(List.of("dws_loan,dim_day"), List.of()))
                .singleElement()
                .hasToString("error[ELT1101]: nothing is selected by 'dws_loan,dim_day'");
        assertThat(problems(List.of("dws_loan"), List.of("layer:dws")))
                .singleElement()
                .hasToString("error[ELT1101]: nothing is selected by 'dws_loan' without 'layer:dws'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"+", "@", "++a", "a++", "@a+", "2a+3b", "+2a+x", "a,,b", ",", "tag:", "a@", "99999999999+a"})
    void whatIsNoSelector(String selector) {
        assertThat(problems(List.of(selector), List.of()))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.code().isUsage()).isTrue());
    }

    @Test
    void anUnknownMethodNamesTheNearest() {
        assertThat(problems(List.of("tags:daily"), List.of())).singleElement().satisfies(problem -> {
            assertThat(problem)
                    .hasToString("error[ELT1102]: the selector 'tags:daily' starts with the unknown word 'tags'");
            assertThat(problem.hint()).contains("did you mean 'tag'?");
        });
    }

    @Test
    void anEmptyProjectSelectsNothingWithoutAnError() {
        SelectableGraph empty = new SelectableGraph(List.of(), Map.of());
        assertThat(new Selection(List.of(), List.of()).in(empty)).isEmpty();
    }

    @Test
    void globsMatchAsInAShell() {
        for (String glob : Arrays.asList("", "*", "a*", "*c", "a?c", "a[a-c]c", "[!x]bc", "a**c")) {
            assertThat(Globs.matches(glob, "abc")).as(glob).isEqualTo(!glob.isEmpty());
        }
        for (String glob : List.of("ab", "abcd", "?", "a[d-z]c", "[!a]bc", "b*", "abc?")) {
            assertThat(Globs.matches(glob, "abc")).as(glob).isFalse();
        }
        assertThat(Globs.matches("a[b", "a[b")).isTrue();
    }
}
