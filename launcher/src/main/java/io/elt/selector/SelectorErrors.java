package io.elt.selector;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;

import java.util.Collection;
import java.util.List;

import static io.elt.diagnostic.Diagnostic.error;

/** What can be wrong with a selector. */
final class SelectorErrors {

    private static final List<String> METHODS =
            List.of("fqn", "name", "tag", "path", "file", "layer", "table", "source", "config");

    private SelectorErrors() {}

    static Diagnostic notUnderstood(String text) {
        return error(ErrorCode.BAD_SELECTOR, "the selector '" + text + "' is not understood")
                .withHint(
                        "write name, +name, name+, 2+name, @name, tag:x, path:x or layer:x; a space means or, a comma and");
    }

    static Diagnostic unknownMethod(String text, String method) {
        return error(
                        ErrorCode.BAD_SELECTOR,
                        "the selector '" + text + "' starts with the unknown word '" + method + "'")
                .suggesting(method, METHODS);
    }

    static Diagnostic matchesNothing(SelectorTerm term, Collection<String> known) {
        return error(ErrorCode.UNKNOWN_SELECTOR, "the selector '" + term.text() + "' matches nothing")
                .suggesting(term.pattern(), known);
    }

    static Diagnostic nothingLeft(String selection) {
        boolean source = selection.contains("source:");
        return error(ErrorCode.UNKNOWN_SELECTOR, "nothing is selected by " + selection)
                .withHint(
                        source
                                ? "a source is no file: 'source:name+' takes the files that read it, and what reads those"
                                : "'elt ls' lists what there is");
    }
}
