/**
 * The embedded stack: what a laptop and a continuous build use in place of a Kafka cluster, StarRocks and a bank. It needs
 * a JDK and nothing else, listens on loopback and keeps all state under {@code .elt/}.
 */
package io.elt.local;
