package dev.rollcall.moto;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.rollcall.collect.AskedIn;
import dev.rollcall.collect.CellStatus;
import dev.rollcall.collect.Fixtures;
import dev.rollcall.collect.MotoAnswer;
import dev.rollcall.collect.SourceDefinition;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The cells of what is asked once for the organization: at management, but for what an
 * administrator is asked that a service's own list names.
 */
final class OwnerCells {

	private static final String GLOBAL = "global";

	private final MotoOrganization organization;

	OwnerCells(MotoOrganization organization) {
		this.organization = organization;
	}

	/** {@code account|region|source|status|operation} of every cell of a source. */
	List<String> of(SourceDefinition source) {
		Stream<String> regions = source.isRegional() ? MotoOrganization.REGIONS.stream() : Stream.of(GLOBAL);
		return regions.flatMap((region) -> of(source, region)).toList();
	}

	private Stream<String> of(SourceDefinition source, String region) {
		String management = this.organization.managementAccount();
		if (source.askedIn() != AskedIn.NAMED_ADMINISTRATOR) {
			return Stream.of(answer(source, management, region));
		}
		Set<String> named = named(service(source), region);
		if (named == null) {
			return Stream.of(MotoAnswer.refused(service(source) + ":ListOrganizationAdminAccounts")
				.row(management, region, source.name()));
		}
		if (named.isEmpty()) {
			return Stream.of(MotoAnswer.empty().row(management, region, source.name()));
		}
		boolean strangers = !this.organization.accounts().keySet().containsAll(named);
		Stream<String> known = named.stream()
			.filter(this.organization.accounts()::containsKey)
			.filter((account) -> !strangers || !account.equals(management))
			.map((account) -> answer(source, account, region));
		return strangers
				? Stream.concat(known,
						Stream.of(new MotoAnswer(CellStatus.FAILED, null).row(management, region, source.name())))
				: known;
	}

	/** Those of all Regions where the question is of none; null where nobody says. */
	private @Nullable Set<String> named(String service, String region) {
		Set<String> named = new TreeSet<>();
		for (String each : region.equals(GLOBAL) ? MotoOrganization.REGIONS : List.of(region)) {
			List<String> administrators = this.organization.administrators(service, each);
			if (administrators == null) {
				return null;
			}
			named.addAll(administrators);
		}
		return named;
	}

	private String answer(SourceDefinition source, String account, String region) {
		if (!this.organization.isActive(account)) {
			return new MotoAnswer(CellStatus.ACCOUNT_NOT_ACTIVE, null).row(account, region, source.name());
		}
		JsonNode truth = region.equals(GLOBAL) ? this.organization.account(account)
				: this.organization.place(account, region);
		return Fixtures.of(source).moto(truth).row(account, region, source.name());
	}

	private static String service(SourceDefinition source) {
		return source.name().substring(0, source.name().indexOf('-'));
	}

}
