/**
 * Runs cases on Flink: plans files with tables that are held in memory in place of the real ones, keeps one job graph per
 * file, and submits it to one cluster as often as there are runs. What Flink has to know of a table (which changes it
 * delivers and takes, which metadata it has) is asked of its real connector.
 */
package io.elt.unittest.flink;
