/** Rules about time: zones, types and watermarks. */
package io.elt.rules.time;
