/**
 * Reads the bank from a folder in the PKDD'99 form: lines with semicolons, text in quotes, a header line.
 *
 * <p>Real files are dirty, and what is dirty must reach the warehouse as dirty as it is. So each line becomes one event
 * with its values verbatim; a value that does not fit stays as text, a line that breaks off becomes an event that breaks
 * off at the same place.
 */
package io.elt.local.bank.file;
