/**
 * Where every column of the warehouse comes from and what it reaches, across all files: the flows of the INSERTs, which the
 * planner's validated trees tell ({@link io.elt.plan.column}), put together with those of StarRocks' views, which no planner
 * of ours knows. It is a stage of its own because a flow ends at one file's table and a question about lineage does not.
 */
package io.elt.lineage;
