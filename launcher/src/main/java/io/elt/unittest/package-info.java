/**
 * Unit tests of streaming SQL: the cases of {@code tests/*.yaml}, run on the embedded Flink with rows that stand in the case
 * instead of tables and topics. The SQL of the files is executed as it is; only what it reads from and writes to is
 * replaced.
 */
package io.elt.unittest;
