package dev.rollcall.collect;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.rollcall.account.AccountId;

/**
 * In which Regions the organization's owners are asked: those that the night starts with,
 * and those that an owner's own list adds. In any other an owner proves nothing.
 */
final class OwnerRegions {

	private final NightScope night;

	private final KnownOwners owners;

	private final Known known;

	private final SourceCatalog catalog;

	private final Askers askers;

	private final Map<AccountId, OwnRegions> lists = new ConcurrentHashMap<>();

	OwnerRegions(NightScope night, KnownOwners owners, Known known, SourceCatalog catalog, Askers askers) {
		this.night = night;
		this.owners = owners;
		this.known = known;
		this.catalog = catalog;
		this.askers = askers;
	}

	/** The list of an account that was read tonight, before all others. */
	Optional<OwnRegions> readFirst(AccountId account) {
		return this.owners.regions(account);
	}

	/** The list of an owner, whenever it was read. */
	OwnRegions of(AccountId owner) {
		return this.lists.computeIfAbsent(owner, (unread) -> readFirst(unread).orElseGet(() -> known(unread)));
	}

	private OwnRegions known(AccountId owner) {
		Cell list = OwnRegions.cell(owner);
		return this.known.has(list) ? OwnRegions.of(this.known.result(list)) : OwnRegions.unknown(owner);
	}

	/** Whether an owner is asked in a Region. */
	boolean isAsked(AccountId owner, String region) {
		return region.equals(Cell.GLOBAL) || this.night.regions(of(owner)).contains(region);
	}

	/**
	 * The Regions in which a source is asked of any of its owners. Whom other evidence
	 * names is asked where that evidence is.
	 */
	List<String> asked(SourceDefinition source) {
		Set<String> regions = new LinkedHashSet<>(this.night.discovery().regions());
		if (source.askedIn() == AskedIn.NAMED_ADMINISTRATOR) {
			source.dependsOn()
				.stream()
				.map((name) -> this.catalog.named(name).definition())
				.filter(SourceDefinition::isRegional)
				.forEach((naming) -> regions.addAll(asked(naming)));
		}
		else {
			this.askers.owners(source).forEach((owner) -> regions.addAll(this.night.regions(of(owner))));
		}
		return NightScope.regionsOf(source, List.copyOf(regions));
	}

	/** Whose lists are needed: all that are asked of anything in each Region. */
	Set<AccountId> needed() {
		Set<AccountId> needed = new LinkedHashSet<>();
		this.catalog.organizationSources()
			.stream()
			.map(Source::definition)
			.filter(SourceDefinition::isRegional)
			.forEach((source) -> needed.addAll(this.askers.owners(source)));
		return needed;
	}

}
