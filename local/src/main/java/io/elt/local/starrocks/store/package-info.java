/** What is kept: one DuckDB file with the data, the definitions of databases, tables and views, and the loads' labels. */
package io.elt.local.starrocks.store;
