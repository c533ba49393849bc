/**
 * The sample bank's tables and how their rows look as change events: what writes events and what reads them agree here,
 * and only here.
 */
package io.elt.local.bank.event;
