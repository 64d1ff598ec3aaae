/** A committed night in the formats of others: OCSF, ASFF, OSCAL, CSV. */
@NullMarked
package dev.rollcall.export;

import org.jspecify.annotations.NullMarked;
