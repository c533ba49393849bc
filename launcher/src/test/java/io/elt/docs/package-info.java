/** What README, the tutorial and the reference say is true: their files, commands, flags, codes and links are tried out. */
package io.elt.docs;
