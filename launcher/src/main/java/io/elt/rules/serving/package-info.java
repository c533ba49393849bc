/** Rules about StarRocks: whether what a job writes fits the tables of {@code sql/serving/}, and how often it writes. */
package io.elt.rules.serving;
