/**
 * Amazon EC2: its answers, what it keeps of a Region of an account, and the parts written
 * by hand.
 */
@NullMarked
package dev.rollcall.simulator.service.ec2;

import org.jspecify.annotations.NullMarked;
