/**
 * A real Hadoop for tests and benchmarks: a NameNode, a DataNode, a ResourceManager and a NodeManager in one process of its own,
 * because their class path and ours do not go together. {@link io.elt.hadoop.Hadoop} is what they use;
 * {@link io.elt.hadoop.HadoopMain} is what runs in the process.
 */
package io.elt.hadoop;
