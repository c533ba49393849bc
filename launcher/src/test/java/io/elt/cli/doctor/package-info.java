/** What is found on machines that are well and on such that are not. */
package io.elt.cli.doctor;
