/**
 * Test cases that are folders: what goes in, what must come out. {@code -Dgolden.update=true} writes what comes out, and the
 * difference is then read in the commit.
 */
package io.elt.golden;
