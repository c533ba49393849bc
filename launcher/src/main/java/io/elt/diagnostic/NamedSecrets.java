package io.elt.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The secrets of a project, each with a name of its own, under which it travels to a cluster. */
public final class NamedSecrets {
    private final Map<String, Secret> byName;
    private final Map<String, String> names = new HashMap<>();
    private final List<String> longestFirst;

    /** @param byName no two of the same value */
    public NamedSecrets(Map<String, Secret> byName) {
        this.byName = Map.copyOf(byName);
        byName.forEach((name, secret) -> names.put(secret.reveal(), name));
        this.longestFirst = new ArrayList<>(names.keySet());
        this.longestFirst.sort(
                Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
    }

    public static NamedSecrets none() {
        return new NamedSecrets(Map.of());
    }

    public boolean isName(String name) {
        return byName.containsKey(name);
    }

    /** The name of the secret that is exactly this text. */
    public Optional<String> nameOf(String text) {
        return Optional.ofNullable(names.get(text));
    }

    /** A part of a text: a secret, or what is between secrets. */
    public record Part(String text, Optional<String> secret) {
        @Override
        public String toString() {
            return secret.isPresent() ? Secret.REDACTED : text;
        }
    }

    /** The text cut into secrets and what is between them. Of secrets that start at the same letter the longest counts. */
    public List<Part> parts(String text) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        int at = 0;
        while (at < text.length()) {
            Optional<String> secret = secretAt(text, at);
            if (secret.isEmpty()) {
                at++;
                continue;
            }
            if (at > from) {
                parts.add(new Part(text.substring(from, at), Optional.empty()));
            }
            parts.add(new Part(secret.get(), nameOf(secret.get())));
            at += secret.get().length();
            from = at;
        }
        if (from < text.length()) {
            parts.add(new Part(text.substring(from), Optional.empty()));
        }
        return parts;
    }

    private Optional<String> secretAt(String text, int at) {
        return longestFirst.stream()
                .filter(secret -> text.startsWith(secret, at))
                .findFirst();
    }

    @Override
    public String toString() {
        return "NamedSecrets" + byName.keySet();
    }
}
