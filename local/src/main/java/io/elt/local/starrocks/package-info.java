/**
 * A stand-in for StarRocks on a laptop: DuckDB behind StarRocks' two doors, the MySQL wire protocol and Stream Load.
 *
 * <p>The unmodified Flink connector, its catalog and every MySQL client shall not notice that no cluster is there. What
 * it does not do fails with an error that says so.
 */
package io.elt.local.starrocks;
