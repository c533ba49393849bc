/**
 * Reads a topic's records back into rows, and refuses whatever is not exactly right: nothing is guessed, rounded or
 * filled in. It shares no code with the warehouse, so that the two can be held against each other.
 */
package io.elt.local.bank.decode;
