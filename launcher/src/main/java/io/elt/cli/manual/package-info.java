/** The pages of {@code man elt}, made by the build from what {@code --help} says, so that both say the same. */
package io.elt.cli.manual;
