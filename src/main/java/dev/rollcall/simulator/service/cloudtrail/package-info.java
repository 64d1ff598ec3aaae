/**
 * AWS CloudTrail: its answers, what it keeps of an account, and the parts written by
 * hand.
 */
@NullMarked
package dev.rollcall.simulator.service.cloudtrail;

import org.jspecify.annotations.NullMarked;
