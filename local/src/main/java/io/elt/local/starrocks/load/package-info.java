/** Stream Load: data over HTTP, alone or in transactions that are prepared and committed by label. */
package io.elt.local.starrocks.load;
