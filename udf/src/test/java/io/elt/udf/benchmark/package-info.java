/** What the guard costs. Run by hand: a build machine's timings are no assertion. */
package io.elt.udf.benchmark;
