/**
 * AWS Config: its answers, what it keeps of an account, and the parts written by hand.
 */
@NullMarked
package dev.rollcall.simulator.service.config;

import org.jspecify.annotations.NullMarked;
