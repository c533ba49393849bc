/** The distribution and its start scripts, as real processes: what a user gets before any command of ours runs. */
package io.elt.dist;
