/**
 * The {@code guarded} format: a wrapper around any decoding format that loses nothing and alters nothing. A record that the
 * inner format cannot decode strictly becomes one row that carries the reason and the raw bytes, so that plain SQL splits good
 * from bad in one read of the source. Flink's own choices are to fail the job on such a record or to drop it in silence.
 */
package io.elt.udf.guarded;
