package io.elt.cli.run;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.SourceSpan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A mistake in a macro is met at each of its calls; it is told once, with all places that call it. */
final class CheckRepeats {
    private record Mistake(String code, String message, Optional<SourceSpan> span) {}

    private CheckRepeats() {}

    static List<Diagnostic> merge(List<Diagnostic> diagnostics) {
        Map<Mistake, Diagnostic> once = new LinkedHashMap<>();
        for (Diagnostic diagnostic : diagnostics) {
            Mistake mistake = new Mistake(diagnostic.code().text(), diagnostic.message(), diagnostic.span());
            once.merge(mistake, diagnostic, CheckRepeats::withCallersOf);
        }
        return List.copyOf(once.values());
    }

    private static Diagnostic withCallersOf(Diagnostic first, Diagnostic other) {
        Set<SourceSpan> callers = new LinkedHashSet<>(first.frames());
        callers.addAll(other.frames());
        return new Diagnostic(
                first.code(),
                first.severity(),
                first.message(),
                first.detail(),
                first.hint(),
                first.span(),
                new ArrayList<>(callers));
    }
}
