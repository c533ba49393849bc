/** Plans as text. */
package io.elt.cli.plan;
