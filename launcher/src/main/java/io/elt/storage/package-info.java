/**
 * Object stores, asked before anything relies on them: what libraries tell of a wrong key or a missing bucket comes minutes later,
 * out of the middle of a job.
 */
package io.elt.storage;
