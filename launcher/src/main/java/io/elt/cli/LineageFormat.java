package io.elt.cli;

/** The values of {@code --output} where lineage is shown. */
enum LineageFormat {
    /** A tree for each column, for a terminal. */
    table,
    json,
    /** Events of OpenLineage. */
    openlineage
}
