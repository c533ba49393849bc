/** Looks at what elt needs on this machine and at what its targets name, and says of each what to do if it is not right. */
package io.elt.cli.doctor;
