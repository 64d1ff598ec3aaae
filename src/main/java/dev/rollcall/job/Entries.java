package dev.rollcall.job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.rollcall.account.SessionPolicies;
import dev.rollcall.collect.AskedIn;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.configuration.Configuration;
import dev.rollcall.organization.OrganizationReader;
import dev.rollcall.organization.Roster;

/**
 * The kinds of entry into an account, and what each is narrowed to: the calls of the
 * enabled sources that are asked there.
 */
final class Entries {

	private final SourceCatalog catalog;

	private final Configuration configuration;

	Entries(SourceCatalog catalog, Configuration configuration) {
		this.catalog = catalog;
		this.configuration = configuration;
	}

	/**
	 * By the role in each account: for the account's own questions, and for those that an
	 * administrator of the organization answers, and about things that it owns.
	 */
	SessionPolicies members() {
		Map<String, Map<String, List<String>>> kinds = new LinkedHashMap<>();
		kinds.put("account", questions((source) -> source.askedIn() == AskedIn.ACCOUNT && !source.isDistinct()));
		kinds.put("administrator",
				questions((source) -> source.askedIn() != AskedIn.ACCOUNT && source.askedIn() != AskedIn.READER));
		kinds.put("owner", questions(SourceDefinition::isDistinct));
		return new SessionPolicies(kinds);
	}

	/** By the role that reads Organizations. */
	SessionPolicies reader() {
		Map<String, List<String>> questions = questions((source) -> source.askedIn() == AskedIn.READER);
		questions.put(OrganizationReader.QUESTION, List.copyOf(OrganizationReader.OPERATIONS));
		return new SessionPolicies(Map.of("reader", questions));
	}

	private Map<String, List<String>> questions(Predicate<SourceDefinition> kind) {
		Map<String, List<String>> questions = new TreeMap<>();
		enabled().filter(kind).forEach((source) -> questions.put(source.name(), source.actions()));
		return questions;
	}

	/** The sources that this configuration asks. */
	Stream<SourceDefinition> enabled() {
		return this.catalog.definitions()
			.stream()
			.filter((source) -> this.configuration.roster() == Roster.ORGANIZATION
					|| source.askedIn() == AskedIn.ACCOUNT)
			.filter((source) -> !this.configuration.excludedSources().contains(source.name()));
	}

}
