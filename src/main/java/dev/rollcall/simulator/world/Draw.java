package dev.rollcall.simulator.world;

import java.util.List;

/**
 * What a facet of an account that nobody wrote is drawn with.
 *
 * @param account the dice of the account
 * @param here the dice of the account's Region; the account's where the facet is of the
 * account as a whole
 * @param position the account's
 * @param id the account's
 * @param region {@code global} where the facet is of the account as a whole
 * @param regions all Regions, in the scenario's order
 */
public record Draw(Dice account, Dice here, Drift drift, int position, String id, String region, List<String> regions) {

}
