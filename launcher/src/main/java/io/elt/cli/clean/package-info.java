/** Removes what elt has made in a project, and nothing else: what it does not know stays, and no link is followed. */
package io.elt.cli.clean;
