@NullMarked
package dev.rollcall.notice;

import org.jspecify.annotations.NullMarked;
