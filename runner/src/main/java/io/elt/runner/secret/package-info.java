/**
 * What a secret looks like where other systems repeat it. The launcher and what runs in a cluster both take secrets out of
 * what they tell, so they share this, and it needs nothing of Flink.
 */
package io.elt.runner.secret;
