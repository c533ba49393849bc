/**
 * Makes a bank up: one to start with, and what goes on happening in it. The same seed makes the same bank, to the byte.
 * Nobody in it is real.
 */
package io.elt.local.bank.generate;
