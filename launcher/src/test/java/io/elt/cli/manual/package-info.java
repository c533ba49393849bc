/** The pages of {@code man}, and that the readers of such pages find nothing wrong with them. */
package io.elt.cli.manual;
