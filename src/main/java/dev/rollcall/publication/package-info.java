/** Publishing a night: what was committed before, the manifest, and the commit. */
@NullMarked
package dev.rollcall.publication;

import org.jspecify.annotations.NullMarked;
