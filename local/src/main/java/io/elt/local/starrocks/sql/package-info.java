/**
 * StarRocks' SQL: tokens, the statements that define things, and the rewriting of queries into DuckDB's dialect.
 *
 * <p>By tokens rather than by a grammar: no transpiler for the JVM turns StarRocks SQL into DuckDB SQL rightly, and the
 * two dialects share all of a query's structure; they differ in words, literals and functions.
 */
package io.elt.local.starrocks.sql;
