/**
 * Projects that are wrong in every way that people, editors, generators and file systems make them wrong: each is told what
 * is wrong and where, soon, without a word of Java, and without taking the machine along.
 */
package io.elt.bad;
