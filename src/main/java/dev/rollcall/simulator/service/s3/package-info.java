/**
 * Amazon S3: one bucket and what is put into it.
 */
@NullMarked
package dev.rollcall.simulator.service.s3;

import org.jspecify.annotations.NullMarked;
