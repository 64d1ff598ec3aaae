/** Tells others over the network that a night has ended. */
@NullMarked
package dev.rollcall.notice;

import org.jspecify.annotations.NullMarked;
