package io.elt.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects everything that is wrong, so that an author sees it all at once instead of one problem per run. */
public final class Problems {

    private static final Comparator<Diagnostic> BY_PLACE = Comparator.comparing(
            diagnostic -> diagnostic.span().orElse(null),
            Comparator.nullsFirst(Comparator.comparing(SourceSpan::file)
                    .thenComparingInt(SourceSpan::line)
                    .thenComparingInt(SourceSpan::column)));

    private final List<Diagnostic> found = new ArrayList<>();

    public void add(Diagnostic diagnostic) {
        found.add(diagnostic);
    }

    public void addAll(List<Diagnostic> diagnostics) {
        found.addAll(diagnostics);
    }

    /** Runs a step; if it fails, keeps its problems and goes on without a result. */
    public <T> Optional<T> attempt(Supplier<T> step) {
        try {
            return Optional.of(step.get());
        } catch (EltException e) {
            found.addAll(e.diagnostics());
            return Optional.empty();
        }
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }

    /** Without a place first, then by file and position, whatever the order in which they were found. */
    public List<Diagnostic> found() {
        return found.stream().sorted(BY_PLACE).toList();
    }

    /** Throws if there is an error; warnings alone do not throw. */
    public void throwIfErrors() {
        if (hasErrors()) {
            throw new EltException(found(), null);
        }
    }
}
