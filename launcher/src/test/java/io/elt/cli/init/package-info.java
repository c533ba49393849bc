/** A new project, before anything runs in it. */
package io.elt.cli.init;
