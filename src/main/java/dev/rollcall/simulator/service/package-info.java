/**
 * What every simulated service has, and how services are found; each has a package of its
 * own below.
 */
@NullMarked
package dev.rollcall.simulator.service;

import org.jspecify.annotations.NullMarked;
