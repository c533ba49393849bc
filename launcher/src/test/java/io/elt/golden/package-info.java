/** Test cases that are folders: what goes in, what must come out. {@code -Dgolden.update=true} writes what comes out. */
package io.elt.golden;
