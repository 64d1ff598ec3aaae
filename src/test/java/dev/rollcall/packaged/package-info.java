/**
 * The packaged program as tests run it, and what it leaves behind as an analyst reads it.
 */
@NullMarked
package dev.rollcall.packaged;

import org.jspecify.annotations.NullMarked;
