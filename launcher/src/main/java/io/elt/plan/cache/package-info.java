/**
 * What planning found last time, so that a check after one change plans one file and not all. An entry is found by a hash of all
 * that its answer depends on: change any of it, and there is no entry. So no entry is ever stale, and none is ever
 * invalidated. Only what went well is kept: a problem has places, and names that its hint looks through, and is cheap to find anew.
 */
package io.elt.plan.cache;
