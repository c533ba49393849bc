/**
 * A window of time and a planned job -> the same job with an end. What a schedule asks for is another thing than what a
 * stream does: a result as of a moment, whole, and the same however often it is asked for. So what a job reads is
 * pinned to snapshots of the lake, and what it writes takes the place of what was there.
 */
package io.elt.backfill;
