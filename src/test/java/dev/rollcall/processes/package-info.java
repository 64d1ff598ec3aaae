/**
 * The packaged program as processes that are killed, frozen, stopped, started twice and
 * starved. What they leave behind is held to what an undisturbed night leaves.
 */
@NullMarked
package dev.rollcall.processes;

import org.jspecify.annotations.NullMarked;
