/**
 * The packaged program against moto, an AWS emulator that this project did not write.
 */
@NullMarked
package dev.rollcall.moto;

import org.jspecify.annotations.NullMarked;
