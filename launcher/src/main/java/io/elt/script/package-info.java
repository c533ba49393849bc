/**
 * Splits rendered SQL into statements, by a lexer that knows what a string, a name and a comment is, and keeps every offset, so
 * that a position that the planner reports leads back to the line that its author wrote.
 */
package io.elt.script;
