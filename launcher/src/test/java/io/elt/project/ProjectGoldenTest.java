package io.elt.project;

import io.elt.diagnostic.DiagnosticPrinter;
import io.elt.diagnostic.EltException;
import io.elt.diagnostic.Redactor;
import io.elt.golden.GoldenCase;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.Map;
import java.util.stream.Stream;

import static java.util.stream.Collectors.joining;

class ProjectGoldenTest {

    @TestFactory
    Stream<DynamicTest> cases() {
        return GoldenCase.tests("project", ProjectGoldenTest::run);
    }

    private static String run(GoldenCase golden) {
        Redactor redactor = new Redactor();
        try {
            return print(new ProjectReader(redactor).read(golden.project(), overrides(golden)));
        } catch (EltException e) {
            return DiagnosticPrinter.plain(new FolderLines(golden.project()), redactor)
                    .print(e.diagnostics());
        }
    }

    private static Overrides overrides(GoldenCase golden) {
        Overrides overrides = Overrides.none();
        for (String argument : golden.arguments()) {
            String[] parts = argument.split(" ", 2);
            if (parts[0].equals("--target")) {
                overrides = overrides.withTarget(parts[1]);
            } else {
                String[] variable = parts[1].split("=", 2);
                overrides = overrides.withVariable(variable[0], variable[1]);
            }
        }
        return overrides;
    }

    private static String print(Project project) {
        StringBuilder text = new StringBuilder();
        text.append("project ").append(project.name()).append('\n');
        text.append("target ").append(project.target().name());
        text.append(" on ").append(project.target().runOn().text());
        text.append(" of ").append(project.targetNames()).append('\n');
        project.target().flink().forEach((key, value) -> text.append("flink ")
                .append(key)
                .append(" = ")
                .append(print(value))
                .append('\n'));
        project.variables().forEach((key, value) -> text.append("var ")
                .append(key)
                .append(" = ")
                .append(print(value))
                .append('\n'));
        for (Source source : project.sources().values()) {
            text.append("source ").append(source.name()).append('\n');
            source.options().forEach((key, value) -> text.append("  ")
                    .append(key)
                    .append(" = ")
                    .append(print(value))
                    .append('\n'));
        }
        print(text, "table", project.files().tables());
        print(text, "catalog", project.files().catalogs());
        print(text, "serving", project.files().serving());
        print(text, "macro", project.files().macros());
        return text.toString();
    }

    private static void print(StringBuilder text, String what, Iterable<SourceFile> files) {
        for (SourceFile file : files) {
            text.append(what)
                    .append(' ')
                    .append(file.name())
                    .append(" [")
                    .append(file.layer().text());
            text.append("] ").append(file.path()).append('\n');
        }
    }

    private static String print(Value value) {
        if (value instanceof Value.Scalar scalar) {
            return scalar.text() + " (" + scalar.kind() + (scalar.isTemplate() ? " template" : "") + ") at "
                    + scalar.span();
        }
        if (value instanceof Value.Sequence sequence) {
            return sequence.items().stream().map(ProjectGoldenTest::print).collect(joining(", ", "[", "]"));
        }
        Map<String, Value> entries = ((Value.Mapping) value).toMap();
        return entries.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + print(entry.getValue()))
                .collect(joining(", ", "{", "}"));
    }
}
