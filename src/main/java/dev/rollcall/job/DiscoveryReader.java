package dev.rollcall.job;

import java.util.Set;
import java.util.TreeSet;

import dev.rollcall.account.AccountId;
import dev.rollcall.input.BadInputException;
import dev.rollcall.organization.Discovery;
import dev.rollcall.organization.Roster;
import org.springframework.stereotype.Component;

/** Fixes the roster and the Regions of a night that begins. */
@Component
class DiscoveryReader {

	private final NightRequest request;

	private final AwsAccess aws;

	private final Kept kept;

	DiscoveryReader(NightRequest request, AwsAccess aws, Kept kept) {
		this.request = request;
		this.aws = aws;
		this.kept = kept;
	}

	/**
	 * Reads what the night is about, or takes over what is kept.
	 * @throws BadInputException where flags name accounts that are not on the roster
	 */
	Discovery read() {
		Roster roster = this.request.configuration().roster();
		AccountId own = this.aws.sessions().own().account();
		AccountId reader = (roster == Roster.ORGANIZATION) ? this.aws.reader().account() : own;
		Discovery discovery = this.kept.discovery(own, reader, roster, !given().isEmpty())
			.orElseGet(() -> this.aws.discover(given()));
		refuseUnknownAccounts(discovery.accountIds());
		return discovery;
	}

	/**
	 * The Regions that people have named. Configured ones that flags leave out are still
	 * the night's: as EXCLUDED.
	 */
	private Set<String> given() {
		Set<String> regions = new TreeSet<>(this.request.configuration().regions());
		this.request.onlyRegions().ifPresent(regions::addAll);
		return regions;
	}

	private void refuseUnknownAccounts(Set<AccountId> known) {
		Set<AccountId> unknown = new TreeSet<>(this.request.onlyAccounts().orElse(Set.of()));
		unknown.removeAll(known);
		if (!unknown.isEmpty()) {
			throw new BadInputException("--accounts: " + unknown + ": accounts of the roster expected");
		}
	}

}
