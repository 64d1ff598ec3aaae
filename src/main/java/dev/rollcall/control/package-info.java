/** Controls: SQL files that judge evidence, and what they found tonight. */
@NullMarked
package dev.rollcall.control;

import org.jspecify.annotations.NullMarked;
