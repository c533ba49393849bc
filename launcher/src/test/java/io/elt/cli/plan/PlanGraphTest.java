package io.elt.cli.plan;

import io.elt.plan.Column;
import io.elt.plan.ExternalInput;
import io.elt.plan.Job;
import io.elt.plan.TableName;
import io.elt.plan.operator.ChangelogKind;
import io.elt.plan.operator.JobOperators;
import io.elt.plan.operator.Meaning;
import io.elt.plan.operator.Operator;
import io.elt.plan.operator.OperatorType;
import io.elt.plan.operator.TimeKind;
import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** Graphs in the languages that draw them, with names that those languages would take for their own. */
class PlanGraphTest {
    private static final List<String> NAMES = List.of(
            "end", "a]b", "x\"y", "<b>&amp;", "p|q", "#35;", "back\\slash", "größe", "a-->b", "%% note", "`md`");

    private static final Pattern NODE =
            Pattern.compile(" {4}(n\\d+)(\\(\\[|\\[\\(|\\[)\"((?:[^\"#<>&]|<br/>|#\\d+;)*)\"(\\]\\)|\\)\\]|\\])");
    private static final Pattern ARROW = Pattern.compile(" {4}(n\\d+) -->\\|([a-z ]+)\\| (n\\d+)");

    private static final PlanView VIEW =
            new PlanView(NAMES.stream().map(PlanGraphTest::job).toList(), List.of());

    private static PlannedJob job(String name) {
        TableName sink = new TableName("lake", "l", name);
        Operator scan = operator(1, OperatorType.TABLE_SOURCE_SCAN, List.of(), new TableName("c", "d", "in " + name));
        Operator write = operator(2, OperatorType.SINK, List.of(1), sink);
        Job job = new Job(
                name,
                List.of("sql/" + name + ".sql"),
                Map.of(),
                List.of(),
                new TreeSet<>(),
                new TreeSet<>(Set.of(sink)),
                List.of(new ExternalInput("in " + name, Map.of("connector", "kafka", "topic", name, "password", "x"))));
        return new PlannedJob(job, new JobOperators(name, List.of(scan, write), List.of(), List.of()));
    }

    private static Operator operator(int id, OperatorType type, List<Integer> inputs, TableName table) {
        return new Operator(
                id,
                type,
                "",
                inputs,
                List.of(new Column("id", "INT")),
                ChangelogKind.UPSERT,
                true,
                List.of(),
                List.of(),
                List.of(),
                TimeKind.NONE,
                false,
                List.of(table),
                List.of(),
                Meaning.UNKNOWN,
                List.of());
    }

    @Test
    void mermaidHasOneNodeForEachThingAndOnlyTextInIt() {
        List<String> lines = PlanMermaid.print(VIEW).lines().toList();

        assertThat(lines.get(0)).isEqualTo("flowchart LR");
        Set<String> nodes = new HashSet<>();
        int arrows = 0;
        for (String line : lines.subList(1, lines.size())) {
            Matcher arrow = ARROW.matcher(line);
            if (arrow.matches()) {
                assertThat(nodes).contains(arrow.group(1), arrow.group(3));
                arrows++;
                continue;
            }
            Matcher node = NODE.matcher(line);
            assertThat(node.matches()).as(line).isTrue();
            assertThat(node.group(2).length()).as(line).isEqualTo(node.group(4).length());
            assertThat(nodes.add(node.group(1))).as(line).isTrue();
        }
        assertThat(nodes).hasSize(NAMES.size() * 3);
        assertThat(arrows).isEqualTo(NAMES.size() * 2);
    }

    @Test
    void mermaidGivesTheNamesBackWhenItsCodesAreRead() {
        String text = PlanMermaid.print(VIEW);
        Matcher codes = Pattern.compile("#(\\d+);").matcher(text);
        String read = codes.replaceAll(
                code -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code.group(1)))));

        assertThat(read).contains(NAMES.stream().map(name -> "lake.l." + name).toList());
    }

    @Test
    void dotQuotesWhatWouldEndAText() {
        String text = PlanDot.print(VIEW);

        assertThat(text).startsWith("digraph plan {\n").endsWith("}\n");
        assertThat(text.lines().filter(line -> line.contains("label=")))
                .allMatch(line ->
                        line.matches(" {4}n\\d+( -> n\\d+)? \\[(shape=\\w+, )?label=\"([^\"\\\\]|\\\\.)*\"\\];"));
        assertThat(text).contains("x\\\"y").contains("back\\\\slash");
    }

    @Test
    void nothingTellsASecretOfAnInput() {
        assertThat(PlanMermaid.print(VIEW) + PlanDot.print(VIEW) + PlanJson.print(VIEW) + PlanTable.print(VIEW, 80))
                .doesNotContain("password");
    }
}
