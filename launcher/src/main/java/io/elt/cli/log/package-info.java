/**
 * What libraries log goes into a file of the project, and they repeat what they were given: the log gets no secrets. log4j finds
 * this package by its name in conf/log4j2.properties.
 */
package io.elt.cli.log;
