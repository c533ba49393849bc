package io.elt.cli.completion;

/**
 * A word that may be typed.
 *
 * @param description what it is, in few words; may be empty
 */
public record Candidate(String word, String description) {
    static Candidate of(String word) {
        return new Candidate(word, "");
    }

    Candidate behind(String prefix) {
        return new Candidate(prefix + word, description);
    }

    /** A name that would end the line can be typed by nobody and would break what follows. */
    boolean isPrintable() {
        return word.codePoints().noneMatch(Character::isISOControl) && !word.isEmpty();
    }

    String line() {
        return description.isEmpty() ? word + "\n" : word + "\t" + description.replaceAll("\\s+", " ") + "\n";
    }
}
