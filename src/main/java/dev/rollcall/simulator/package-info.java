/**
 * The simulated organization: an HTTP server that answers AWS's protocols for as many
 * accounts as a scenario says, with its latency, its quotas and its faults. The rest of
 * Rollcall does not know it; only the commands that start it do.
 */
@NullMarked
package dev.rollcall.simulator;

import org.jspecify.annotations.NullMarked;
