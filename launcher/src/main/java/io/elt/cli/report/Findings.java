package io.elt.cli.report;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.Redactor;
import io.elt.diagnostic.Severity;
import io.elt.diagnostic.SourceLines;
import io.elt.diagnostic.SourceSpan;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/**
 * What a check found, ready to leave the process: without secrets.
 *
 * @param root the project's folder
 * @param coverage what was looked at
 * @param lines of the files, for whoever shows them; with secrets
 */
public record Findings(Path root, Coverage coverage, List<Diagnostic> problems, SourceLines lines, Redactor redactor) {
    public Findings {
        root = root.toAbsolutePath().normalize();
        problems = problems.stream().map(problem -> redacted(problem, redactor)).toList();
    }

    /**
     * How far the check came.
     *
     * @param complete whether all files were looked at; not if, say, elt.yaml cannot be read
     */
    public record Coverage(int files, int jobs, boolean complete) {
        public static final Coverage NONE = new Coverage(0, 0, false);
    }

    long count(Severity severity) {
        return problems.stream()
                .filter(problem -> problem.severity() == severity)
                .count();
    }

    /** Whether a place is one of a file; values of the command line have places too. */
    boolean isFile(SourceSpan span) {
        try {
            return Files.exists(root.resolve(span.file()), LinkOption.NOFOLLOW_LINKS);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** The line in which a place starts, empty if there is none. */
    String line(SourceSpan span) {
        return lines.line(span.file(), span.line()).map(redactor::redact).orElse("");
    }

    private static Diagnostic redacted(Diagnostic problem, Redactor redactor) {
        return new Diagnostic(
                problem.code(),
                problem.severity(),
                redactor.redact(problem.message()),
                problem.detail().map(redactor::redact),
                problem.hint().map(redactor::redact),
                problem.span(),
                problem.frames());
    }
}
