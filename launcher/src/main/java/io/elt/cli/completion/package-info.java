/**
 * What may be typed next. The shells' scripts ask elt itself, so that they know the files and targets of the project of this
 * moment, and nothing of elt is written down twice.
 */
package io.elt.cli.completion;
