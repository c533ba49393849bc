package io.elt.cli.report;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.SourceSpan;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Workflow commands, of which GitHub makes annotations: {@code ::error file=...,line=...,col=...,title=ELT5003::message}.
 * GitHub shows ten errors and ten warnings of a step.
 */
final class GithubReport implements ReportPrinter {
    @Override
    public String print(Findings findings) {
        return findings.problems().stream()
                .map(problem -> command(problem, findings) + "\n")
                .collect(Collectors.joining());
    }

    private static String command(Diagnostic problem, Findings findings) {
        Stream<String> place =
                problem.span().filter(findings::isFile).stream().flatMap(span -> place(span, findings.root()).stream());
        String properties = Stream.concat(
                        place, Stream.of(property("title", problem.code().text())))
                .collect(Collectors.joining(","));
        return "::" + problem.severity().text() + " " + properties + "::" + data(ProblemText.of(problem));
    }

    /** A last column is allowed only in the line of the first one, and is part of the place. */
    private static List<String> place(SourceSpan span, Path root) {
        String file = fromWorkingFolder(root, span.file());
        Stream<String> start =
                Stream.of(property("file", file), property("line", span.line()), property("col", span.column()));
        Stream<String> end = span.endLine() > span.line()
                ? Stream.of(property("endLine", span.endLine()))
                : Stream.of(
                        property("endLine", span.endLine()),
                        property("endColumn", Math.max(span.column(), span.endColumn() - 1)));
        return Stream.concat(start, end).toList();
    }

    /** GitHub looks for files from the root of the checkout, which is where a workflow's steps start. */
    private static String fromWorkingFolder(Path root, String file) {
        Path working = Path.of("").toAbsolutePath().normalize();
        Path absolute = root.resolve(file);
        return absolute.startsWith(working)
                ? working.relativize(absolute).toString().replace('\\', '/')
                : file;
    }

    private static String property(String name, Object value) {
        return name + "=" + data(String.valueOf(value)).replace(":", "%3A").replace(",", "%2C");
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }
}
