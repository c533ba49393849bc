/** How lineage is shown: one class per format over the same {@link io.elt.cli.lineage.LineageView}. */
package io.elt.cli.lineage;
