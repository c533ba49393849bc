package io.elt.project;

import java.util.List;
import java.util.Locale;

/** Tells by its name whether a value is a secret. */
public final class SensitiveName {

    private static final List<String> WORDS = List.of(
            "password",
            "passwd",
            "passphrase",
            "secret",
            "token",
            "credential",
            "accesskey",
            "privatekey",
            "apikey",
            "accountkey",
            "jaasconfig");

    private SensitiveName() {}

    public static boolean matches(String name) {
        String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        return WORDS.stream().anyMatch(letters::contains);
    }
}
