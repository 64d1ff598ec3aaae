/**
 * Amazon EC2: what a Region of an account does where a launch, an image, a snapshot or a
 * volume says nothing else.
 */
@NullMarked
package dev.rollcall.collect.ec2;

import org.jspecify.annotations.NullMarked;
