/** What a running job tells Prometheus, and what the rules and dashboards of {@code helm/} ask of it. */
package io.elt.metrics;
