/**
 * The embedded stack: a Kafka broker, a StarRocks-compatible server and a sample bank, for laptops and CI. The launcher
 * comes in through {@link io.elt.local.EmbeddedStack} and {@link io.elt.local.bank}; nothing here knows the launcher.
 */
package io.elt.local;
