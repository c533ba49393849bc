/** A project to start with: real files, which the tests check and run, with the name of the new project filled in. */
package io.elt.cli.init;
