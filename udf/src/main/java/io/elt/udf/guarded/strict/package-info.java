/**
 * Decides, before Flink's formats see a record, whether they will decode it without loss. They are lenient by design (5.9
 * becomes 5, {@code "3"} becomes 3, 2023-02-30 becomes another day, a repeated field wins), so the check knows the declared types
 * and walks the record once, token by token, without building a tree.
 */
package io.elt.udf.guarded.strict;
