/**
 * Reads a project folder into plain data. Everything that can be said about elt.yaml and the files without rendering them is
 * said here, all at once; values that are templates stay templates, for another target's secret need not exist here.
 */
package io.elt.project;
