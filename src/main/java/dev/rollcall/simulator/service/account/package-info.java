/**
 * AWS Account Management: its answers.
 */
@NullMarked
package dev.rollcall.simulator.service.account;

import org.jspecify.annotations.NullMarked;
