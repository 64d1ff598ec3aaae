/**
 * The organization as it was found: its accounts with their states and places, its
 * delegated administrators, and the Regions of the night.
 */
@NullMarked
package dev.rollcall.organization;

import org.jspecify.annotations.NullMarked;
