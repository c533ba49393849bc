/** Runs the cases of a project, compares what came out with what they expect, and tells it: as text, as JUnit's XML, in the files. */
package io.elt.unittest.run;
