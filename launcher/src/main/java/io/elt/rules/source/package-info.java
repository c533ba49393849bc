/** Rules about what comes in: how it is read, and what of it is lost. */
package io.elt.rules.source;
