/**
 * A sample bank in the shape of the PKDD'99 Financial Data Set, as change events in Kafka: loaded once, made up or from
 * files, and then changing for as long as one likes. What the warehouse makes of it can be checked against
 * {@link io.elt.local.bank.truth.BranchTruth}.
 */
package io.elt.local.bank;
