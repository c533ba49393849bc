package io.elt.script;

import io.elt.diagnostic.Origin;
import io.elt.diagnostic.Secret;
import io.elt.diagnostic.SourceSpan;
import io.elt.render.RenderedSql;

import java.util.List;
import java.util.Optional;

/**
 * One statement, from its first token to its last: comments around it and its semicolon do not belong to it.
 *
 * @param start offset in the text to execute of the file
 * @param end exclusive
 * @param setting for SET and RESET
 */
public record Statement(RenderedSql rendered, StatementKind kind, int start, int end, Optional<Setting> setting) {

    /** The text without secrets; the one to print, log and compare. */
    public String text() {
        return rendered.text(start, end);
    }

    /** The text with its secrets, for the planner and the cluster only. */
    public String executableText() {
        return rendered.executableText().substring(start, end);
    }

    /**
     * A secret in the {@link #executableText()}.
     *
     * @param start offset in that text
     */
    public record SecretPart(int start, String text) {
        @Override
        public String toString() {
            return Secret.REDACTED;
        }
    }

    public List<SecretPart> secrets() {
        return rendered.secrets().stream()
                .filter(secret -> secret.end() > start && secret.start() < end)
                .map(secret -> {
                    int from = Math.max(start, secret.start());
                    int to = Math.min(end, secret.end());
                    return new SecretPart(
                            from - start, rendered.executableText().substring(from, to));
                })
                .toList();
    }

    public Origin origin() {
        return rendered.origin(start, end);
    }

    public SourceSpan span() {
        return origin().span();
    }

    /**
     * Where the word at a position of the {@link #executableText()} was written.
     *
     * @param line from 1, as Flink's parser counts
     * @param column from 1, a tab being one column
     */
    public Origin originAt(int line, int column) {
        int offset = offset(line, column);
        return rendered.origin(offset, wordEnd(offset));
    }

    /** Where a range of the {@link #executableText()} was written; the last column is part of it, as Flink's parser counts. */
    public Origin originAt(int line, int column, int endLine, int endColumn) {
        int offset = offset(line, column);
        return rendered.origin(offset, Math.max(offset, offset(endLine, endColumn)) + 1);
    }

    public SourceSpan spanAt(int line, int column) {
        return originAt(line, column).span();
    }

    private int offset(int line, int column) {
        String sql = rendered.executableText();
        int lineStart = start;
        for (int i = 1; i < line; i++) {
            int newline = sql.indexOf('\n', lineStart);
            if (newline < 0 || newline >= end) {
                break;
            }
            lineStart = newline + 1;
        }
        int newline = sql.indexOf('\n', lineStart);
        int lineEnd = newline < 0 || newline > end ? end : newline;
        return Math.max(start, Math.min(lineStart + column - 1, Math.max(lineStart, lineEnd - 1)));
    }

    private int wordEnd(int offset) {
        String sql = rendered.executableText();
        int at = offset;
        if (sql.charAt(at) == '`') {
            int closing = sql.indexOf('`', at + 1);
            return closing < 0 || closing >= end ? end : closing + 1;
        }
        while (at < end && (Character.isLetterOrDigit(sql.charAt(at)) || sql.charAt(at) == '_')) {
            at++;
        }
        return Math.max(at, offset + 1);
    }

    @Override
    public String toString() {
        return kind + " " + text();
    }
}
