package io.elt.plan;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.NearestName;
import org.apache.flink.sql.parser.impl.ParseException;

import java.util.Arrays;
import java.util.List;

/** What the parser would have liked to read. */
final class SyntaxHint {
    /** Where an expression may stand the parser lists hundreds of words, which help nobody. */
    private static final int FEW = 8;

    private SyntaxHint() {}

    static Diagnostic add(Diagnostic diagnostic, ParseException error) {
        List<String> expected = Arrays.stream(error.expectedTokenSequences)
                .map(sequence -> error.tokenImage[sequence[0]].replace("\"", ""))
                .distinct()
                .sorted()
                .toList();
        String found = error.currentToken.next.image;
        return NearestName.of(found, expected)
                .map(nearest -> diagnostic.withHint("did you mean '" + nearest + "'?"))
                .orElseGet(() -> expected.size() > FEW
                        ? diagnostic
                        : diagnostic.withHint("expected here: " + String.join(" ", expected)));
    }
}
