package io.elt.cli.report;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.Origin;
import io.elt.diagnostic.Redactor;
import io.elt.diagnostic.Secret;
import io.elt.diagnostic.SourceSpan;
import io.elt.project.FolderLines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A project and problems in it, with all that makes a report difficult. */
record Examples(Path root) {
    static final String FILE = "sql/dws deposit, \u00e9.sql";

    static Examples in(Path root) {
        write(root, FILE, "SELECT\n  'wide \ud83d\ude00' AS x, amout\nFROM t;\n");
        write(root, "macros/money.sql", "{% macro money(x) %}CAST({{ x }} AS INT){% endmacro %}\n");
        return new Examples(root);
    }

    static Diagnostic column() {
        // After the emoji, which is two UTF-16 units.
        return Diagnostic.error(ErrorCode.COLUMN_NOT_FOUND, "there is no column 'amout'")
                .withDetail("100% sure:\r\nfirst, second")
                .withHint("did you mean 'amount'?")
                .at(new SourceSpan(FILE, 2, 19, 2, 24));
    }

    static Diagnostic inMacro() {
        return Diagnostic.warning(ErrorCode.TYPE_MISMATCH, "correct-horse does not fit")
                .at(new Origin(
                        new SourceSpan("macros/money.sql", 1, 21, 1, 43),
                        List.of(SourceSpan.at(FILE, 2, 3), SourceSpan.at("--var x", 1, 1))));
    }

    static Diagnostic manyLines() {
        return Diagnostic.error(ErrorCode.SCHEMA_MISMATCH, "too few columns").at(new SourceSpan(FILE, 1, 1, 3, 7));
    }

    static Diagnostic nowhere() {
        return Diagnostic.error(ErrorCode.PROJECT_NOT_FOUND, "there is no elt.yaml");
    }

    Findings findings(Diagnostic... problems) {
        Redactor redactor = new Redactor();
        redactor.learn(Secret.of("correct-horse"));
        return new Findings(
                root, new Findings.Coverage(3, 2, true), List.of(problems), new FolderLines(root), redactor);
    }

    static void write(Path root, String file, String text) {
        try {
            Files.createDirectories(root.resolve(file).getParent());
            Files.writeString(root.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
