/**
 * What the nights of the example have to come to, written by hand: one file a control,
 * source and derived dataset, under {@code src/test/resources/truth}.
 */
@NullMarked
package dev.rollcall.truth;

import org.jspecify.annotations.NullMarked;
