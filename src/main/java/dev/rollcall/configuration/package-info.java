/** The configuration of a night: flags, environment, file and defaults, in that order. */
@NullMarked
package dev.rollcall.configuration;

import org.jspecify.annotations.NullMarked;
