package io.elt.render;

import io.elt.diagnostic.Origin;
import io.elt.diagnostic.Secret;
import io.elt.project.SourceFile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A file after rendering. It has two texts with the same lines: one to show and to store, without secrets, and one to execute.
 * Offsets always mean the one to execute.
 */
public final class RenderedSql {

    /** Part of the text to execute; the end is exclusive. */
    public record Range(int start, int end) {

        static List<Range> merge(List<Range> ranges) {
            List<Range> sorted = new ArrayList<>(ranges);
            sorted.sort(Comparator.comparingInt(Range::start).thenComparingInt(Range::end));
            List<Range> merged = new ArrayList<>();
            for (Range range : sorted) {
                Range last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
                if (last == null || range.start() > last.end()) {
                    merged.add(range);
                    continue;
                }
                merged.set(merged.size() - 1, new Range(last.start(), Math.max(last.end(), range.end())));
            }
            return merged;
        }
    }

    private final SourceFile file;
    private final String executable;
    private final List<Range> secrets;
    private final OriginMap origins;
    private final FileConfig config;
    private final Set<String> sources;
    private final Set<String> variables;

    RenderedSql(Rendering rendering, OriginMap.Unmarked unmarked, List<Range> secrets) {
        this.file = rendering.file();
        this.executable = unmarked.text();
        this.origins = unmarked.origins();
        this.secrets = List.copyOf(secrets);
        this.config = rendering.config().result();
        this.sources = new TreeSet<>(rendering.sources());
        this.variables = new TreeSet<>(rendering.variables());
    }

    public SourceFile file() {
        return file;
    }

    /** The text with every secret replaced; the one to print, log and compare. */
    public String text() {
        return text(0, executable.length());
    }

    /** The part of {@link #text()} that stands for {@code [start, end)} of the text to execute. */
    public String text(int start, int end) {
        StringBuilder shown = new StringBuilder();
        int from = start;
        for (Range secret : secrets) {
            if (secret.end() <= start || secret.start() >= end) {
                continue;
            }
            shown.append(executable, from, Math.max(from, secret.start())).append(Secret.REDACTED);
            // Lines must keep their numbers.
            executable
                    .substring(Math.max(start, secret.start()), Math.min(end, secret.end()))
                    .chars()
                    .filter(letter -> letter == '\n')
                    .forEach(newline -> shown.append('\n'));
            from = Math.min(end, secret.end());
        }
        return shown.append(executable, from, end).toString();
    }

    /** The text with its secrets, for the planner and the cluster only. */
    public String executableText() {
        return executable;
    }

    /** Where secrets stand in the text to execute. */
    public List<Range> secrets() {
        return secrets;
    }

    public Origin origin(int offset) {
        return origins.origin(offset, offset + 1);
    }

    /** Where {@code [start, end)} of the text to execute was written. */
    public Origin origin(int start, int end) {
        return origins.origin(start, end);
    }

    /** Whether {@code [start, end)} of the text to execute stands like this in a file, as opposed to what a template computed. */
    public boolean isVerbatim(int start, int end) {
        return origins.isVerbatim(start, end);
    }

    public FileConfig config() {
        return config;
    }

    /** Names of the sources that the file reads. */
    public Set<String> sources() {
        return Set.copyOf(sources);
    }

    /** Names of the variables that the file depends on. */
    public Set<String> variables() {
        return Set.copyOf(variables);
    }

    @Override
    public String toString() {
        return text();
    }
}
