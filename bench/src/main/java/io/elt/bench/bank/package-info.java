/** The bank that both sides read: made once, its right answers with it. */
package io.elt.bench.bank;
