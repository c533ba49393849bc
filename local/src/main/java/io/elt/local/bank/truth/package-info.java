/**
 * The branches' figures, worked out a second time: in plain Java, from the raw records, without Flink, SQL or any of the
 * warehouse's functions. What the warehouse shows is right when it equals this.
 */
package io.elt.local.bank.truth;
