/** What analysts ask, asked of a real Trino. */
@NullMarked
package dev.rollcall.trino;

import org.jspecify.annotations.NullMarked;
