/**
 * GuardDuty: who administers it in each Region, what the administrator knows of its
 * members, and what is asked of those of whom it knows nothing.
 */
@NullMarked
package dev.rollcall.collect.guardduty;

import org.jspecify.annotations.NullMarked;
