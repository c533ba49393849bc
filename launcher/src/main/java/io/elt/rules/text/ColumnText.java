package io.elt.rules.text;

import io.elt.diagnostic.Origin;

/**
 * A column of a CREATE TABLE.
 *
 * @param type the first word of its type in upper case
 * @param commented whether it has a COMMENT
 */
public record ColumnText(String name, String type, boolean commented, Place place) {
    public Origin origin() {
        return place.origin();
    }
}
