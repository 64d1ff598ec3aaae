package dev.rollcall.doctor;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.Connection;
import dev.rollcall.collect.Clocks;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.configuration.Configuration;
import dev.rollcall.dataset.Output;
import dev.rollcall.organization.Discovery;

/**
 * The night that is examined before it is run.
 *
 * @param output where it would be kept; empty where neither flag nor file says
 * @param onlyAccounts the accounts that flags narrow it to; empty where they do not
 * @param onlyRegions the Regions that flags name; empty where they do not
 * @param endpoints what is to be said of endpoints that stand in for AWS
 */
public record Patient(Connection connection, Configuration configuration, SourceCatalog catalog,
		Optional<Output> output, Optional<Set<AccountId>> onlyAccounts, Optional<List<String>> onlyRegions,
		List<String> endpoints, Clocks clocks) {

	public Patient {
		endpoints = List.copyOf(endpoints);
	}

	/** The Regions that people have named: those of flags, else the configured ones. */
	Set<String> givenRegions() {
		return new TreeSet<>(this.onlyRegions.orElse(this.configuration.regions()));
	}

	/** The accounts of a roster that are not called. */
	Set<AccountId> leftOut(Discovery discovery) {
		Set<AccountId> leftOut = new HashSet<>(this.configuration.excludedAccounts());
		this.onlyAccounts.ifPresent((only) -> discovery.accountIds()
			.stream()
			.filter((account) -> !only.contains(account))
			.forEach(leftOut::add));
		return leftOut;
	}

}
