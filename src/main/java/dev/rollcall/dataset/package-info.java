/**
 * Records as Parquet and SQL over it, where a night's files lie, staging and compaction.
 * Knows records in general, none in particular.
 */
@NullMarked
package dev.rollcall.dataset;

import org.jspecify.annotations.NullMarked;
