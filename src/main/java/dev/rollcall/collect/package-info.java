/**
 * The contract of collecting: what is asked (a source), of whom (a cell), what came of it
 * (a status, or a failure), and the engine that asks. Each service has a package of its
 * own below this one.
 */
@NullMarked
package dev.rollcall.collect;

import org.jspecify.annotations.NullMarked;
