/**
 * AWS Security Hub: who administers it, how it is configured for the organization, where
 * it is on, which standards it checks, and what fails them.
 */
@NullMarked
package dev.rollcall.collect.securityhub;

import org.jspecify.annotations.NullMarked;
