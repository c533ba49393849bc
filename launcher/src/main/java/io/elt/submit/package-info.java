/**
 * Hands a planned job to a cluster and stops it again. A {@link io.elt.submit.Cluster} per kind of cluster lives in a
 * package of its own below this one; they never know each other.
 */
package io.elt.submit;
