/**
 * Amazon S3 Control: its answers, what it keeps of an account, and the parts written by
 * hand.
 */
@NullMarked
package dev.rollcall.simulator.service.s3control;

import org.jspecify.annotations.NullMarked;
