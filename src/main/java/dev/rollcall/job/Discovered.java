package dev.rollcall.job;

import dev.rollcall.collect.KnownOwners;
import dev.rollcall.organization.Discovery;

/**
 * What the night is about.
 *
 * @param owners whom the organization's questions may be asked of, and where
 * @param staged what launches that died have left of it, the discovery at least
 */
record Discovered(Discovery discovery, KnownOwners owners, StagedNight staged) {

}
