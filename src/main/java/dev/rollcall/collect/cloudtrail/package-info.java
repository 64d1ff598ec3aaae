/** CloudTrail: trails, read at home, and trails that show elsewhere. */
@NullMarked
package dev.rollcall.collect.cloudtrail;

import org.jspecify.annotations.NullMarked;
