/** What StarRocks calls a table, a view, a column and a type: plain data, the same for SQL, loads and both protocols. */
package io.elt.local.starrocks.model;
