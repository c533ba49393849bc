/** The rules of the whole code base that no compiler checks: which stage knows which, and how large a source file gets. */
package io.elt.architecture;
