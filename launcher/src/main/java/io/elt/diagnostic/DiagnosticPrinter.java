package io.elt.diagnostic;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The form of a problem on a terminal:
 *
 * <pre>
 * sql/dws_deposit.sql:12:8: error[ELT5004]: there is no column 'amout' in ods_transaction
 *   12 | SELECT amout
 *      |        ^^^^^
 *   detail
 *   hint: did you mean 'amount'?
 * </pre>
 *
 * Secrets that are known by then do not appear, neither in the message nor in the line.
 */
public final class DiagnosticPrinter {

    private static final int MOST_FRAMES = 5;

    private final SourceLines sources;
    private final Redactor redactor;
    private final Palette palette;

    private DiagnosticPrinter(SourceLines sources, Redactor redactor, Palette palette) {
        this.sources = sources;
        this.redactor = redactor;
        this.palette = palette;
    }

    public static DiagnosticPrinter plain(SourceLines sources, Redactor redactor) {
        return new DiagnosticPrinter(sources, redactor, Palette.NONE);
    }

    public static DiagnosticPrinter coloured(SourceLines sources, Redactor redactor) {
        return new DiagnosticPrinter(sources, redactor, Palette.ANSI);
    }

    public String print(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(this::print).collect(Collectors.joining("\n"));
    }

    public String print(Diagnostic diagnostic) {
        StringBuilder text = new StringBuilder();
        diagnostic.span().ifPresent(span -> text.append(palette.bold(Visible.line(span + ":")))
                .append(' '));
        text.append(palette.severity(
                diagnostic.severity(),
                diagnostic.severity().text() + "[" + diagnostic.code().text() + "]"));
        text.append(": ")
                .append(Visible.line(redactor.redact(diagnostic.message())))
                .append('\n');
        diagnostic.span().ifPresent(span -> excerpt(text, span, diagnostic.severity()));
        frames(text, diagnostic.frames());
        diagnostic.detail().ifPresent(detail -> text.append(indent(Visible.block(redactor.redact(detail)))));
        diagnostic
                .hint()
                .ifPresent(hint ->
                        text.append(indent(palette.bold("hint:") + " " + Visible.block(redactor.redact(hint)))));
        return text.toString();
    }

    private void excerpt(StringBuilder text, SourceSpan span, Severity severity) {
        sources.line(span.file(), span.line()).ifPresent(line -> {
            String number = "  " + span.line();
            CaretLine caret = CaretLine.of(line, span, redactor);
            text.append(number).append(" | ").append(caret.shown()).append('\n');
            text.append(" ".repeat(number.length())).append(" | ");
            text.append(palette.severity(severity, caret.carets())).append('\n');
        });
    }

    /** A recursion has as many callers as it is deep; the ends of the list tell the story. */
    private static void frames(StringBuilder text, List<SourceSpan> frames) {
        int hidden = frames.size() - MOST_FRAMES;
        for (int i = 0; i < frames.size(); i++) {
            if (hidden > 0 && i == MOST_FRAMES - 1) {
                text.append("  ... ").append(hidden).append(" more\n");
                i += hidden;
            }
            text.append("  called from ")
                    .append(Visible.line(frames.get(i).toString()))
                    .append('\n');
        }
    }

    private static String indent(String block) {
        return block.lines().map(line -> "  " + line + "\n").collect(Collectors.joining());
    }

    private enum Palette {
        NONE,
        ANSI;

        String bold(String text) {
            return this == NONE ? text : "\u001b[1m" + text + "\u001b[0m";
        }

        String severity(Severity severity, String text) {
            if (this == NONE) {
                return text;
            }
            String colour = severity == Severity.ERROR ? "\u001b[1;31m" : "\u001b[1;33m";
            int start = text.length() - text.stripLeading().length();
            return text.substring(0, start) + colour + text.substring(start) + "\u001b[0m";
        }
    }
}
