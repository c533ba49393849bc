package io.elt.plan;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A letter that no SQL is made of: mostly one that looks like another, or like nothing, and came with a copied text. */
final class LexicalFault {
    private static final Pattern SAID = Pattern.compile(
            "Lexical error at line \\d+, column \\d+\\.\\s+Encountered: .*? \\((\\d+)\\), after : \"(.*)\"",
            Pattern.DOTALL);
    private static final Pattern TOO_LONG = Pattern.compile(
            "Length of identifier '(.*)' must be less than or equal to (\\d+) characters", Pattern.DOTALL);
    private static final int SHOWN = 30;

    private LexicalFault() {}

    /** Empty if the parser complains about something else. */
    static Optional<Diagnostic> read(String message) {
        Matcher tooLong = TOO_LONG.matcher(message);
        if (tooLong.matches()) {
            String name = tooLong.group(1);
            String shown = name.substring(0, Math.min(SHOWN, name.length()));
            return Optional.of(error("the name '" + shown + "...' has " + name.length() + " letters; "
                    + tooLong.group(2) + " are allowed"));
        }
        Matcher said = SAID.matcher(message.strip());
        return said.matches() ? Optional.of(letter(Integer.parseInt(said.group(1)), said.group(2))) : Optional.empty();
    }

    private static Diagnostic letter(int letter, String before) {
        if (before.startsWith("`")) {
            return error(before.equals("``") ? "a name cannot be empty" : "a name in backticks ends in its line");
        }
        Diagnostic error = error(String.format("the character U+%04X cannot stand here", letter))
                .withDetail("it is called " + Character.getName(letter));
        if (Character.isSpaceChar(letter) || Character.getType(letter) == Character.FORMAT) {
            return error.withHint("it looks like nothing, or like a space: remove it, or write a plain space");
        }
        return switch (Character.getType(letter)) {
            case Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION ->
                error.withHint("texts stand in straight quotes: 'text'");
            case Character.CONTROL -> error.withHint("remove it");
            default -> error.withHint("outside of texts and of names in backticks only plain ASCII signs can stand");
        };
    }

    private static Diagnostic error(String message) {
        return Diagnostic.error(ErrorCode.SQL_SYNTAX, message);
    }
}
