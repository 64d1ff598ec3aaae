/**
 * What people write for Rollcall: finding it, reading it, and saying where it is wrong.
 */
@NullMarked
package dev.rollcall.input;

import org.jspecify.annotations.NullMarked;
