package dev.rollcall.collect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rollcall.organization.DelegatedAdministrator;

/**
 * Holds the table of sources to what the engine can do: a source that could never be
 * asked as it says is refused when the program starts, not read as "nothing found".
 */
final class SourceRules {

	private static final Set<AskedIn> ONE_ACCOUNT = Set.of(AskedIn.READER, AskedIn.MANAGEMENT,
			AskedIn.ADMINISTRATOR_OR_MANAGEMENT, AskedIn.NAMED_ADMINISTRATOR);

	private final Map<String, SourceDefinition> known = new HashMap<>();

	private SourceRules(List<Source> sources) {
		for (Source source : sources) {
			refuse(this.known.put(source.definition().name(), source.definition()) != null, source.definition(),
					"is there twice");
		}
	}

	/**
	 * Checks sources.
	 * @throws IllegalStateException where one cannot be asked as it says
	 */
	static void check(List<Source> sources) {
		SourceRules rules = new SourceRules(sources);
		sources.forEach((source) -> rules.check(source.definition()));
		sources.forEach(rules::checkDistinct);
	}

	private void check(SourceDefinition definition) {
		boolean first = definition.name().equals(AccountRegion.SOURCE)
				|| definition.evidence().contains(DelegatedAdministrator.class);
		refuse(first && !definition.needs().isEmpty(), definition,
				"is asked before all others, and needs an answer of " + definition.needs());
		definition.needs().forEach((needed) -> checkNeeded(definition, needed));
		checkOwner(definition);
		checkWhom(definition);
	}

	private void checkNeeded(SourceDefinition source, String name) {
		SourceDefinition needed = this.known.get(name);
		if (needed == null) {
			throw refusal(source, "depends on '" + name + "', which is no source");
		}
		refuse(needed.isDistinct(), source,
				"depends on '" + name + "', which is asked once a thing, when all else is read");
		refuse(source.isOrganizational() && !needed.isOrganizational(), source, "is asked once for the organization"
				+ " and depends on '" + name + "', which is asked in each account: it would not wait for all of them");
	}

	private void checkOwner(SourceDefinition source) {
		if (source.answeredBy() == null) {
			return;
		}
		SourceDefinition owner = definition(source.answeredBy());
		refuse(!source.isAskedOfEveryAccount(), source,
				"is not asked in each account, and is answered by '" + owner.name() + "'");
		refuse(!owner.isOrganizational() || !ONE_ACCOUNT.contains(owner.askedIn()), source,
				"is answered by '" + owner.name() + "', which is not asked of one account for the organization");
		refuse(owner.isRegional() && !source.isRegional(), source,
				"has no Region and is answered by '" + owner.name() + "', which answers for one");
	}

	private void checkWhom(SourceDefinition source) {
		if (source.askedIn() == AskedIn.NAMED_ADMINISTRATOR) {
			refuse(!source.isOrganizational() || !isNamed(source), source, "is asked of an administrator that evidence"
					+ " names, and depends on no source for the organization whose evidence names one");
		}
		refuse(source.isAskedOfEveryAccount() && source.askedIn() == AskedIn.MANAGEMENT_AND_ADMINISTRATORS, source,
				"has one cell an account, and is asked of several others about it");
	}

	/** What is named for the organization could be asked of another owner in a top-up. */
	private void checkDistinct(Source source) {
		SourceDefinition definition = source.definition();
		refuse(definition.isDistinct() != source instanceof DistinctSource, definition,
				"is asked once a thing by its scope or by its class, and not by both");
		if (!definition.isDistinct()) {
			return;
		}
		refuse(definition.askedIn() != AskedIn.ACCOUNT, definition,
				"is asked once a thing, and not of the account that owns it");
		refuse(definition.dependsOn().isEmpty(), definition,
				"is asked once a thing, and depends on no source whose evidence names any");
		for (String name : definition.dependsOn()) {
			refuse(!definition(name).isAskedOfEveryAccount(), definition,
					"is asked once a thing, and depends on '" + name + "', which is not asked in each account");
		}
		for (Class<? extends Record> evidence : definition.evidence()) {
			refuse(!OfThing.class.isAssignableFrom(evidence), definition,
					"is asked once a thing, and " + evidence.getSimpleName() + " does not say of which");
		}
	}

	private boolean isNamed(SourceDefinition source) {
		return source.dependsOn()
			.stream()
			.map(this::definition)
			.flatMap((needed) -> needed.evidence().stream())
			.anyMatch(NamesAdministrator.class::isAssignableFrom);
	}

	private SourceDefinition definition(String name) {
		SourceDefinition definition = this.known.get(name);
		if (definition == null) {
			throw new IllegalStateException("There is no source '" + name + "'");
		}
		return definition;
	}

	private static void refuse(boolean wrong, SourceDefinition source, String why) {
		if (wrong) {
			throw refusal(source, why);
		}
	}

	private static IllegalStateException refusal(SourceDefinition source, String why) {
		return new IllegalStateException("The source '" + source.name() + "' " + why);
	}

}
