/**
 * IAM: its answers, what it keeps of an account, and the parts written by hand.
 */
@NullMarked
package dev.rollcall.simulator.service.iam;

import org.jspecify.annotations.NullMarked;
