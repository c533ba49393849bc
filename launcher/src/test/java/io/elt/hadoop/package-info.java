/** Whether the Hadoop that other tests run on is one: asked by Hadoop's own clients, which the module that starts it has not. */
package io.elt.hadoop;
