/** AWS Security Hub. */
@NullMarked
package dev.rollcall.simulator.service.securityhub;

import org.jspecify.annotations.NullMarked;
