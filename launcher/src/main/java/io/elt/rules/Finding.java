package io.elt.rules;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.Origin;
import io.elt.diagnostic.Secret;
import io.elt.diagnostic.Severity;

import java.util.Optional;

/**
 * One case of a rule.
 *
 * @param message what happens to the user
 * @param detail what shows it
 * @param hint the next step
 * @param secret what stands at the place and must not be printed
 */
public record Finding(
        Origin origin, String message, Optional<String> detail, Optional<String> hint, Optional<Secret> secret) {
    public static Finding at(Origin origin, String message) {
        return new Finding(origin, message, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Finding withDetail(String text) {
        return new Finding(origin, message, Optional.of(text), hint, secret);
    }

    public Finding withHint(String text) {
        return new Finding(origin, message, detail, Optional.of(text), secret);
    }

    public Finding withSecret(String text) {
        return new Finding(origin, message, detail, hint, Optional.of(Secret.of(text)));
    }

    Diagnostic diagnostic(ErrorCode code, Severity severity) {
        return new Diagnostic(code, severity, message, detail, hint, Optional.of(origin.span()), origin.calledFrom());
    }

    /** The file that was rendered, whatever macro of another file the place is in. */
    String file() {
        return origin.calledFrom().stream()
                .reduce((inner, outer) -> outer)
                .orElse(origin.span())
                .file();
    }
}
