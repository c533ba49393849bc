/**
 * A lake in a folder, as a process on any cluster sees it: local, or shared by NFS or a Kubernetes volume. It is here and not in
 * the launcher, because writers and readers of the lake run in the cluster.
 */
package io.elt.runner.lake;
