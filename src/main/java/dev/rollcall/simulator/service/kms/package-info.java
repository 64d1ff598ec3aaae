/**
 * AWS KMS: the keys that trails name, what becomes of them, and the parts written by
 * hand.
 */
@NullMarked
package dev.rollcall.simulator.service.kms;

import org.jspecify.annotations.NullMarked;
