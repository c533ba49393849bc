/** The embedded cluster: Flink's own JobManager and TaskManager inside this process, spoken to over REST like any other. */
package io.elt.submit.local;
