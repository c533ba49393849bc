/**
 * A store that speaks S3, for tests: s3proxy in a process of its own, because its class path and ours do not go together.
 * {@link io.elt.s3.S3Store} is what tests use; {@link io.elt.s3.S3StoreMain} is what runs in the process.
 */
package io.elt.s3;
