/**
 * How jobs and tables are, read from the cluster, the lake and the sources at the moment of asking. Nothing is
 * remembered, so nothing can be said that the cluster never had.
 */
package io.elt.status;
