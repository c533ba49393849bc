package io.elt.diagnostic;

import io.elt.runner.secret.SecretForms;

import java.util.Objects;

/** A value that does not show itself. It has no accessors in bean form, so that no serializer writes it by accident. */
public final class Secret {

    public static final String REDACTED = SecretForms.REDACTED;

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    public static Secret of(String value) {
        return new Secret(Objects.requireNonNull(value));
    }

    /** The value itself; only for the code that hands it to the system it belongs to. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
