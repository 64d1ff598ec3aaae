/**
 * The benchmark: nights of several sizes against a simulated organization in a process of
 * its own, and two other ways of doing the same on the same server.
 */
@NullMarked
package dev.rollcall.benchmark;

import org.jspecify.annotations.NullMarked;
