/** Rules about what is written down: names that nobody uses, secrets in plain sight, tables without a word about them. */
package io.elt.rules.declared;
