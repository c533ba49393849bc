/** Rules about what the optimiser made of the queries: which changes flow, what is remembered, what cannot be taken back. */
package io.elt.rules.stream;
