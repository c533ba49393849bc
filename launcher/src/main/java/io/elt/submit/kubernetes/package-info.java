/**
 * Kubernetes through the Flink operator: each job is a FlinkDeployment, and the operator makes a cluster of Flink for it. What
 * is applied is made by a pure function, so that it can be printed, reviewed and kept in a repository as well.
 */
package io.elt.submit.kubernetes;
