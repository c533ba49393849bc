package io.elt.unittest;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.EltException;
import io.elt.diagnostic.Problems;
import io.elt.plan.TableName;
import org.apache.flink.table.types.logical.utils.LogicalTypeParser;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cases written as text, against tables written as text. */
public final class CaseText {
    static final String PATH = "tests/case.yaml";
    static final ZoneId PRAGUE = ZoneId.of("Europe/Prague");

    private CaseText() {}

    /**
     * @param columns such as {@code id INT NOT NULL, word STRING}
     * @param key such as {@code id}, or nothing
     */
    public static TestTable table(String name, String columns, String key, Delivery delivery) {
        List<TestColumn> parsed = Arrays.stream(columns.split(", (?=[a-z_])"))
                .map(column -> column.split(" ", 2))
                .map(parts ->
                        new TestColumn(parts[0], LogicalTypeParser.parse(parts[1], CaseText.class.getClassLoader())))
                .toList();
        return new TestTable(
                new TableName("lake", "l", name),
                parsed,
                key.isEmpty() ? List.of() : List.of(key.split(", ")),
                delivery,
                false,
                Optional.empty());
    }

    /** The cases of a file. */
    public static List<TestCase> read(String yaml) {
        return read(Path.of("/nonexistent"), yaml);
    }

    static List<TestCase> read(Path root, String yaml) {
        Problems problems = new Problems();
        List<TestCase> cases = new CaseReader(new Fixtures(root), PRAGUE, problems).read(PATH, yaml);
        problems.throwIfErrors();
        return cases;
    }

    /** What is wrong with a file. */
    static List<String> problems(String yaml) {
        return problems(() -> read(yaml));
    }

    static List<String> problems(Runnable step) {
        try {
            step.run();
            return List.of();
        } catch (EltException e) {
            return e.diagnostics().stream().map(CaseText::text).toList();
        }
    }

    /** The first case, with one table that it reads and one that it writes. */
    public static TypedCase typed(String yaml, TestTable input, TestTable output) {
        CaseTables tables = new CaseTables(Map.of(input.name(), input), Map.of(output.name(), output));
        return CaseTyping.of(read(yaml).get(0), tables, PRAGUE);
    }

    private static String text(Diagnostic problem) {
        String place = problem.span()
                .map(span -> span.line() + ":" + span.column() + " ")
                .orElse("");
        return place + problem.code().text() + " " + problem.message()
                + problem.hint().map(hint -> " | " + hint).orElse("");
    }
}
