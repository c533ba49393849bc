/**
 * Brings tables that are in the lake already to what the project's files say now. It exists because CREATE TABLE IF NOT
 * EXISTS leaves such a table as it is, in silence: a changed option would never take effect, a new column would shift what
 * is written. What changes without loss is changed; anything else is refused before a job starts.
 */
package io.elt.lake;
