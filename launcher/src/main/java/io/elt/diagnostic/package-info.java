/**
 * What went wrong, where it was written, and what to do next. Every other package reports through these types, so that one
 * printer and one exit-code rule are enough.
 */
package io.elt.diagnostic;
