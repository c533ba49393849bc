/**
 * The functions that a bank's ELT needs and SQL lacks. Null in gives null out, and so does a value that is not what the function
 * reads: a cast that fails would take the job down, one that guesses would be wrong in silence.
 */
package io.elt.udf.function;
