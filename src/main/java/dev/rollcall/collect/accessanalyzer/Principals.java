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

	private static final String EVERYBODY = "*";

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

	/**
	 * Who they are, seen from the organization.
	 * @param isPublic what the finding says of that
	 * @param condition of the finding
	 * @param analyzer that found it
	 */
	Exposure exposure(@Nullable Boolean isPublic, Map<String, String> condition, Analyzer analyzer, NightScope night) {
		if (Boolean.TRUE.equals(isPublic)) {
			return Exposure.PUBLIC;
		}
		return this.byType.entrySet()
			.stream()
			.map((entry) -> isEverybody(entry) ? everybody(isPublic, condition, analyzer, night)
					: exposure(entry.getKey(), entry.getValue(), night))
			.min(Exposure::compareTo)
			.orElse(Exposure.UNKNOWN);
	}

	private static boolean isEverybody(Map.Entry<String, String> principal) {
		return principal.getKey().equals("AWS") && principal.getValue().equals(EVERYBODY);
	}

	/** What an organization's analyzer finds can be reached from outside of it. */
	private static Exposure everybody(@Nullable Boolean isPublic, Map<String, String> condition, Analyzer analyzer,
			NightScope night) {
		if (analyzer.seesOrganization()) {
			return Exposure.OUTSIDE_ORGANIZATION;
		}
		return (isPublic != null) ? new NarrowedPrincipal(condition).exposure(night) : Exposure.UNKNOWN;
	}

	private static Exposure exposure(String type, String principal, NightScope night) {
		return switch (type) {
			case "Federated" -> Exposure.FEDERATED;
			case "Service" -> Exposure.SERVICE;
			case "AWS" -> accountOf(principal).map((account) -> NarrowedPrincipal.ofAccount(account, night))
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
