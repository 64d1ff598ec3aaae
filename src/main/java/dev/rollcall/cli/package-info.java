/** The command line: commands, exit codes, progress. */
@NullMarked
package dev.rollcall.cli;

import org.jspecify.annotations.NullMarked;
