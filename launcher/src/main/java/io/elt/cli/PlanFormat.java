package io.elt.cli;

/** The values of {@code --output} where a plan is shown. */
enum PlanFormat {
    /** A paragraph per job, for a terminal. */
    table,
    json,
    /** A flowchart of Mermaid. */
    mermaid,
    /** A graph of Graphviz. */
    dot
}
