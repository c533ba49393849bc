package io.elt.render;

import java.util.Comparator;

/**
 * What a secret is called by those who gave it. One that comes by several ways is called by the first of these kinds, however
 * files are read.
 *
 * @param text letters, digits and underscores
 */
record SecretName(Kind kind, String text) implements Comparable<SecretName> {
    enum Kind {
        ENVIRONMENT_VARIABLE,
        VARIABLE,
        OPTION,
        COMPUTED
    }

    static SecretName environmentVariable(String name) {
        return new SecretName(Kind.ENVIRONMENT_VARIABLE, valid(name));
    }

    static SecretName variable(String name) {
        return new SecretName(Kind.VARIABLE, valid(name));
    }

    static SecretName option(String owner, String key) {
        return new SecretName(Kind.OPTION, valid(owner + "_" + key));
    }

    static SecretName setting(String key) {
        return new SecretName(Kind.OPTION, valid(key));
    }

    /** Of what a filter makes of this one. */
    SecretName computed() {
        return new SecretName(Kind.COMPUTED, text);
    }

    private static String valid(String name) {
        String letters = name.replaceAll("[^A-Za-z0-9_]", "_");
        return letters.matches("[0-9].*") ? "_" + letters : letters;
    }

    @Override
    public int compareTo(SecretName other) {
        return Comparator.comparing(SecretName::kind)
                .thenComparing(SecretName::text)
                .compare(this, other);
    }
}
