/**
 * Whether a night could be run now, and what it would lack: examined by the code that
 * runs nights, in a minute.
 */
@NullMarked
package dev.rollcall.doctor;

import org.jspecify.annotations.NullMarked;
