/** Flink session clusters: somebody else starts and ends them, and jobs reach them over REST. */
package io.elt.submit.session;
