/**
 * How to be inside one account: entering it through its role, shared clients, credentials
 * for each request, limits, retries and deadlines.
 */
@NullMarked
package dev.rollcall.account;

import org.jspecify.annotations.NullMarked;
