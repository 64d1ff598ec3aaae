package dev.rollcall.collect.accessanalyzer;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.Arn;
import dev.rollcall.collect.NightScope;
import org.jspecify.annotations.Nullable;

/**
 * The principals of a finding, by type: AWS, Federated, Service or CanonicalUser.
 */
final class Principals {

	private final TreeMap<String, String> byType;

	Principals(Map<String, String> byType) {
		this.byType = new TreeMap<>(byType);
	}

	/** {@code TYPE:PRINCIPAL}, several sorted and joined by a comma; null for none. */
	@Nullable String text() {
		return this.byType.isEmpty() ? null
				: this.byType.entrySet()
					.stream()
					.map((entry) -> entry.getKey() + ":" + entry.getValue())
					.collect(Collectors.joining(","));
	}

	/** The account of the principal, where all name the same one. */
	@Nullable String account() {
		List<String> accounts = accounts(this.byType.values());
		return (accounts.size() == 1) ? accounts.get(0) : null;
	}

	Exposure exposure(@Nullable Boolean isPublic, NightScope night) {
		if (Boolean.TRUE.equals(isPublic)) {
			return Exposure.PUBLIC;
		}
		if (this.byType.size() != 1) {
			return this.byType.isEmpty() ? Exposure.UNKNOWN : widest(night);
		}
		return exposure(this.byType.firstKey(), this.byType.firstEntry().getValue(), night);
	}

	private Exposure widest(NightScope night) {
		return this.byType.entrySet()
			.stream()
			.map((entry) -> exposure(entry.getKey(), entry.getValue(), night))
			.min(Exposure::compareTo)
			.orElse(Exposure.UNKNOWN);
	}

	private static Exposure exposure(String type, String principal, NightScope night) {
		return switch (type) {
			case "Federated" -> Exposure.FEDERATED;
			case "Service" -> Exposure.SERVICE;
			case "AWS" -> accountOf(principal).filter((account) -> night.knowsOrganization())
				.map((account) -> night.isOnRoster(new AccountId(account)) ? Exposure.INSIDE_ORGANIZATION
						: Exposure.OUTSIDE_ORGANIZATION)
				.orElse(Exposure.UNKNOWN);
			default -> Exposure.UNKNOWN;
		};
	}

	private static List<String> accounts(Collection<String> principals) {
		return principals.stream().map(Principals::accountOf).flatMap(Optional::stream).distinct().toList();
	}

	private static Optional<String> accountOf(String principal) {
		return Arn.parse(principal).map(Arn::account).or(() -> Optional.of(principal)).filter(AccountId::isAccountId);
	}

}
