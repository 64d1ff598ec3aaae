/**
 * Amazon S3 Control: what S3 does for an account as a whole.
 */
@NullMarked
package dev.rollcall.collect.s3control;

import org.jspecify.annotations.NullMarked;
