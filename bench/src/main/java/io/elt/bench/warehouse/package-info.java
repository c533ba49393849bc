/**
 * A warehouse of a bank's size, generated, and how long the short commands take on it. The bank of {@code sql/} has 17 files,
 * which hides what is slow with 400.
 */
package io.elt.bench.warehouse;
