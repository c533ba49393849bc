/** What is measured, how rounds become one figure, and how that is printed. Plain data; runs nothing. */
package io.elt.bench.figure;
