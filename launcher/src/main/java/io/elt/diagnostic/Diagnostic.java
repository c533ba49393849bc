package io.elt.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One problem, said in three parts: what is wrong, the detail that shows why, and the next step.
 *
 * @param frames how the place was reached when it lies in a macro or an included file, innermost first
 */
public record Diagnostic(
        ErrorCode code,
        Severity severity,
        String message,
        Optional<String> detail,
        Optional<String> hint,
        Optional<SourceSpan> span,
        List<SourceSpan> frames) {

    public Diagnostic {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(message, "message");
        frames = List.copyOf(frames);
    }

    public static Diagnostic error(ErrorCode code, String message) {
        return new Diagnostic(
                code, Severity.ERROR, message, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    public static Diagnostic warning(ErrorCode code, String message) {
        return new Diagnostic(
                code, Severity.WARNING, message, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    public Diagnostic withDetail(String text) {
        return new Diagnostic(code, severity, message, Optional.of(text), hint, span, frames);
    }

    public Diagnostic withHint(String text) {
        return new Diagnostic(code, severity, message, detail, Optional.of(text), span, frames);
    }

    public Diagnostic withSeverity(Severity other) {
        return new Diagnostic(code, other, message, detail, hint, span, frames);
    }

    public Diagnostic at(SourceSpan place) {
        return new Diagnostic(code, severity, message, detail, hint, Optional.of(place), frames);
    }

    public Diagnostic at(Origin origin) {
        return new Diagnostic(code, severity, message, detail, hint, Optional.of(origin.span()), origin.calledFrom());
    }

    /** Says what was probably meant, or else keeps its hint, or else says which names there are. */
    public Diagnostic suggesting(String name, Iterable<String> candidates) {
        List<String> all = new ArrayList<>();
        candidates.forEach(all::add);
        Optional<String> nearest = NearestName.of(name, all);
        if (nearest.isPresent()) {
            return withHint("did you mean '" + nearest.get() + "'?");
        }
        if (all.isEmpty() || hint.isPresent()) {
            return this;
        }
        all.sort(null);
        String more = all.size() > NearestName.LISTED ? ", ..." : "";
        return withHint(
                "known are " + String.join(", ", all.subList(0, Math.min(all.size(), NearestName.LISTED))) + more);
    }

    public EltException toException() {
        return new EltException(List.of(this), null);
    }

    public EltException toException(Throwable cause) {
        return new EltException(List.of(this), cause);
    }

    /** One line, for logs and exceptions. */
    @Override
    public String toString() {
        String place = span.map(where -> where + ": ").orElse("");
        return place + severity.text() + "[" + code.text() + "]: " + message;
    }
}
