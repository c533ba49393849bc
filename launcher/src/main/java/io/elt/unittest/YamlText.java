package io.elt.unittest;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a text as YAML that means the text again. */
public final class YamlText {
    /** A text that needs no quotes: starts with a letter, holds nothing that means something. */
    private static final Pattern PLAIN = Pattern.compile("\\p{L}[\\p{L}\\p{N}_. /()-]*");

    /** Words that some reader of YAML takes for something else. */
    private static final Set<String> RESERVED = Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

    private YamlText() {}

    /** A word as it is, anything else in quotes. */
    public static String of(String text) {
        boolean isPlain = PLAIN.matcher(text).matches()
                && !RESERVED.contains(text.toLowerCase(Locale.ROOT))
                && !text.endsWith(" ");
        return isPlain ? text : quoted(text);
    }

    /** In single quotes where these can hold it, else with escapes. */
    public static String quoted(String text) {
        boolean isOneLine = text.chars().noneMatch(Character::isISOControl);
        if (isOneLine) {
            return "'" + text.replace("'", "''") + "'";
        }
        return text.chars().mapToObj(YamlText::escaped).collect(Collectors.joining("", "\"", "\""));
    }

    private static String escaped(int letter) {
        return switch (letter) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            default ->
                Character.isISOControl(letter) ? String.format("\\x%02x", letter) : String.valueOf((char) letter);
        };
    }
}
