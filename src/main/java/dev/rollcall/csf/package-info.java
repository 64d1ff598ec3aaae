/** NIST Cybersecurity Framework 1.1 and 2.0: its Protect and Detect Subcategories. */
@NullMarked
package dev.rollcall.csf;

import org.jspecify.annotations.NullMarked;
