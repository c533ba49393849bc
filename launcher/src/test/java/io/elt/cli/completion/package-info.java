/** What is offered to somebody who types, in elt itself and in real shells. */
package io.elt.cli.completion;
