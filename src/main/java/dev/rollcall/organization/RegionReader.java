package dev.rollcall.organization;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;

import dev.rollcall.account.AccountCalls;
import dev.rollcall.account.AccountSession;
import dev.rollcall.account.Pages;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.account.model.ListRegionsResponse;
import software.amazon.awssdk.services.account.model.RegionOptStatus;

/** Reads which Regions are enabled in the account where we run. */
public final class RegionReader {

	/** The largest page that account:ListRegions allows. */
	private static final int PAGE = 50;

	/** What is asked for, and held to: an answer may have more. */
	private static final Set<RegionOptStatus> ENABLED = EnumSet.of(RegionOptStatus.ENABLED,
			RegionOptStatus.ENABLED_BY_DEFAULT);

	private RegionReader() {
	}

	/**
	 * The enabled Regions, in order.
	 * @throws UnreadableOrganizationException when they could not be read, or there is
	 * none
	 */
	public static List<String> enabledRegions(AccountSession session, Region home) {
		AccountCalls calls = session.calls("account:ListRegions");
		AccountClient client = calls.client(AccountClient.class, home);
		Set<String> regions = new TreeSet<>();
		try {
			Pages.each(
					(token) -> client.listRegions(
							(request) -> request.maxResults(PAGE).regionOptStatusContains(ENABLED).nextToken(token)),
					ListRegionsResponse::nextToken,
					(page) -> page.regions()
						.stream()
						.filter((region) -> ENABLED.contains(region.regionOptStatus()))
						.forEach((region) -> regions.add(region.regionName())));
		}
		catch (CancellationException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			throw new UnreadableOrganizationException(
					"The list of Regions could not be read in account " + session.account() + ": account:ListRegions: "
							+ ex.getMessage() + " Name them with --regions or the key 'regions'.",
					ex);
		}
		if (regions.isEmpty()) {
			throw new UnreadableOrganizationException("account:ListRegions answered no enabled Region in account "
					+ session.account() + ". Name them with --regions or the key 'regions'.", null);
		}
		return List.copyOf(regions);
	}

}
