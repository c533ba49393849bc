/**
 * The bank's topics in Kafka: making them, writing to them so that nothing is lost or doubled, and reading them back
 * from their beginning up to a given end.
 */
package io.elt.local.bank.log;
