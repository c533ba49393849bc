/** One process per folder: what both the stack as a whole and its broker need before they touch their files. */
package io.elt.local.lock;
