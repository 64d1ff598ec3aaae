/**
 * The simulated organization itself: accounts and what is in each of their Regions,
 * computed from (seed, account, Region) whenever it is asked for and never stored.
 */
@NullMarked
package dev.rollcall.simulator.world;

import org.jspecify.annotations.NullMarked;
