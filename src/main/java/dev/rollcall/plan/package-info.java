/** What a night would come to, counted from the table of sources; nothing is called. */
@NullMarked
package dev.rollcall.plan;

import org.jspecify.annotations.NullMarked;
