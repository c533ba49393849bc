package io.elt.plan;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.NearestName;
import org.apache.flink.sql.parser.impl.ParseException;
import org.apache.flink.sql.parser.impl.Token;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the parser would have liked to read. */
final class SyntaxHint {
    /** Where an expression may stand the parser lists hundreds of words, which help nobody. */
    private static final int FEW = 8;

    private static final String NAME = "<IDENTIFIER>";

    /** Where more than this can stand, an expression can, and the word may be just misplaced. */
    private static final int NAMES_ONLY = 20;

    private static final List<String> STARTS =
            List.of("SELECT", "INSERT", "CREATE", "SET", "RESET", "USE", "WITH", "BEGIN", "LOAD", "UNLOAD", "ADD");

    private SyntaxHint() {}

    static Diagnostic add(Diagnostic diagnostic, ParseException error) {
        List<String> expected = Arrays.stream(error.expectedTokenSequences)
                .map(sequence -> error.tokenImage[sequence[0]].replace("\"", ""))
                .distinct()
                .sorted()
                .toList();
        String found = error.currentToken.next.image;
        if (found.startsWith("\"")) {
            return diagnostic.withHint("texts stand in single quotes: 'text', names in backticks: `name`");
        }
        Optional<String> reserved = reserved(error.currentToken.next, expected);
        if (reserved.isPresent()) {
            return diagnostic.withHint(
                    "'" + reserved.get() + "' is a reserved word; as a name it is written `" + reserved.get() + "`");
        }
        // Of symbols each is as near as any other.
        List<String> words = expected.stream()
                .filter(token -> Character.isLetter(token.charAt(0)))
                .toList();
        return (Character.isLetter(found.charAt(0)) ? NearestName.of(found, words) : Optional.<String>empty())
                .map(nearest -> diagnostic.withHint("did you mean '" + nearest + "'?"))
                .orElseGet(() -> expected.size() > FEW
                        ? diagnostic
                        : diagnostic.withHint("expected here: " + String.join(" ", expected)));
    }

    /** What begins as no statement does. */
    static Diagnostic noStart(String word) {
        Diagnostic error = Diagnostic.error(ErrorCode.SQL_SYNTAX, "no statement starts with '" + word + "'");
        if (word.equalsIgnoreCase("BEGIN")) {
            return error.withHint("write BEGIN STATEMENT SET;");
        }
        return NearestName.of(word, STARTS)
                .map(nearest -> error.withHint("did you mean '" + nearest + "'?"))
                .orElse(error);
    }

    /** A word that would be a name if it were not one of SQL's own. */
    private static Optional<String> reserved(Token found, List<String> expected) {
        boolean afterDot = found.image.equals(".") && found.next != null;
        String word = afterDot ? found.next.image : found.image;
        boolean nameExpected = expected.contains(NAME) && expected.size() <= NAMES_ONLY;
        boolean isWord = !word.isEmpty() && Character.isLetter(word.charAt(0));
        return isWord && (afterDot || nameExpected) ? Optional.of(word) : Optional.empty();
    }
}
