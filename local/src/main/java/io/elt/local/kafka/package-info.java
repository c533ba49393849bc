/**
 * A real Kafka broker in this process, so that a project can be tried on a laptop with nothing but a JDK: one node in
 * KRaft mode, on loopback, with its data in one folder.
 *
 * <p>It is a stand-in for development: one replica of everything, no security, small buffers. What a producer was told
 * is written survives a restart and the death of the process, but not the loss of the disk.
 */
package io.elt.local.kafka;
