/**
 * Says what a Kubernetes API server and the Flink operator would say to a manifest, without either: the schemas that they
 * publish, made strict, so that a field which nobody knows is an error instead of being dropped in silence.
 */
package io.elt.kubernetes.schema;
