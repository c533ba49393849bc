/**
 * YARN in application mode: each job is an application of its own, whose JobManager executes the bundle. Flink's client for
 * YARN deploys it, with the jars of this distribution instead of an installed Flink; what jobs there are is asked of the
 * ResourceManager, by tags.
 */
package io.elt.submit.yarn;
