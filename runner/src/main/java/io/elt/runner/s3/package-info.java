/**
 * Lake and state in an object store that speaks S3, under {@code s3:} and {@code s3a:}. One file system serves both, so it is set up
 * once; and it commits by a condition that the store itself checks, where Paimon's own would look first and write then, and
 * lose a commit of two jobs that write one table. It is here and not in the launcher, because writers and readers run in the
 * cluster.
 */
package io.elt.runner.s3;
