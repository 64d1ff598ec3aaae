/** The night as a Spring Batch job; the only package that knows Spring Batch. */
@NullMarked
package dev.rollcall.job;

import org.jspecify.annotations.NullMarked;
