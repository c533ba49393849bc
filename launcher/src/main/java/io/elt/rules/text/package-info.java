/**
 * Statements as their authors wrote them: names, columns, options, each with its place. The planner knows what a statement means,
 * but not where in it the table, the column or the option stands that a rule finds fault with.
 */
package io.elt.rules.text;
