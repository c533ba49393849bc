/**
 * Turns templates into SQL and remembers where every character was written, so that whoever finds a mistake in the SQL can
 * name the line that its author sees. Jinjava evaluates; what it would pass over in silence (undefined names, unknown filters,
 * surplus arguments) is an error here.
 */
package io.elt.render;
