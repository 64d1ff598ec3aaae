/**
 * The simulated organization itself: its accounts, written by hand or computed from
 * (seed, account, Region) whenever they are asked for, and the facets that services keep
 * of them.
 */
@NullMarked
package dev.rollcall.simulator.world;

import org.jspecify.annotations.NullMarked;
