package io.elt.diagnostic;

import java.util.List;

/**
 * Where a piece of rendered text was written.
 *
 * @param calledFrom the places that called the macro or included the file, innermost first; empty for text of the file itself
 */
public record Origin(SourceSpan span, List<SourceSpan> calledFrom) {

    public Origin {
        calledFrom = List.copyOf(calledFrom);
    }

    public static Origin of(SourceSpan span) {
        return new Origin(span, List.of());
    }
}
