/** The MySQL wire protocol, as far as StarRocks speaks it: packets, handshake, commands, text and binary result sets. */
package io.elt.local.starrocks.mysql;
