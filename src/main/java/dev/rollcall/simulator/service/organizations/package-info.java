/**
 * AWS Organizations: its answers.
 */
@NullMarked
package dev.rollcall.simulator.service.organizations;

import org.jspecify.annotations.NullMarked;
