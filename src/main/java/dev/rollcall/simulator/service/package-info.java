/** What each simulated service answers of the organization. */
@NullMarked
package dev.rollcall.simulator.service;

import org.jspecify.annotations.NullMarked;
