/**
 * What StarRocks owns: the tables and views of {@code sql/serving/}, in StarRocks' own SQL. They are applied before the
 * jobs that fill them, and they tell planning which tables there are without asking a StarRocks.
 */
package io.elt.serving;
