/** The image's Dockerfile, as far as it can be looked at without an engine that builds images. */
package io.elt.docker;
