package io.elt.diagnostic;

import io.elt.runner.secret.SecretForms;

/**
 * Knows every secret that was resolved so far and takes it out of whatever is about to be printed. Secrets are resolved late,
 * and messages of other systems repeat them, so this stands at the exit and not at the entrance.
 */
public final class Redactor {

    private final SecretForms forms = new SecretForms();

    public void learn(Secret secret) {
        forms.learn(secret.reveal());
    }

    public String redact(String text) {
        return forms.redact(text);
    }
}
