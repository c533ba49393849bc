/** The chart in {@code helm/}, linted and rendered by Helm's own engine. */
package io.elt.helm;
