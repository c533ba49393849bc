/** Executes statements for a session: definitions, changes, queries and SHOW. */
package io.elt.local.starrocks.engine;
