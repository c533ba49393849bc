package io.elt.rules.text;

import io.elt.diagnostic.Origin;

/** Tokens of a statement, of which it is found out only when it matters where they were written. */
record Place(StatementText text, int first, int last) {
    Origin origin() {
        return text.origin(first, last);
    }
}
