/** Account Management: which Regions an account has. */
@NullMarked
package dev.rollcall.collect.account;

import org.jspecify.annotations.NullMarked;
