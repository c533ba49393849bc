/** A session cluster as a platform runs it: JobManager and TaskManager are processes of their own. */
package io.elt.session;
