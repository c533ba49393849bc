package io.elt.cli;

/** The values of {@code --output} where a page is printed. */
enum PageFormat {
    /** Wrapped for a terminal. */
    text,
    /** As it was written. */
    markdown
}
