/**
 * AWS's protocols on the side of the server: requests are parsed into, and answers
 * written from, the SDK's own model classes, by one reader and one writer a format.
 */
@NullMarked
package dev.rollcall.simulator.wire;

import org.jspecify.annotations.NullMarked;
