/** GuardDuty: its administrators, detectors, members and findings. */
@NullMarked
package dev.rollcall.simulator.service.guardduty;

import org.jspecify.annotations.NullMarked;
