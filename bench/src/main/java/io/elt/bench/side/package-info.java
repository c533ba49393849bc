/** The processes that are compared: how each is started, and what the operating system and the JVM tell of it. */
package io.elt.bench.side;
