/** What is deleted and, more important, what is not. */
package io.elt.cli.clean;
