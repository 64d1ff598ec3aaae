package dev.rollcall.control;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.rollcall.account.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * The acceptance of what a control finds: by whom, why, and until when.
 *
 * @param id names it for good
 * @param control the control whose findings are accepted
 * @param scope which of them
 * @param owner who answers for it
 * @param ticket where it was decided; null where nobody says
 * @param grantedOn the first day on which it holds
 * @param expiresOn the last day on which it holds
 */
public record Waiver(String id, String control, Scope scope, String owner, String reason, @Nullable String ticket,
		LocalDate grantedOn, LocalDate expiresOn) {

	/** How long before its end a waiver is said to be ending. */
	private static final int ENDING_DAYS = 30;

	/** Where a waiver stands on a day. */
	public State state(LocalDate day) {
		if (day.isBefore(this.grantedOn)) {
			return State.NOT_YET_VALID;
		}
		if (day.isAfter(this.expiresOn)) {
			return State.EXPIRED;
		}
		return this.expiresOn.isAfter(day.plusDays(ENDING_DAYS)) ? State.ACTIVE : State.ENDING;
	}

	/** What a day makes of a waiver. */
	public enum State {

		ACTIVE,

		/** Holds, and ends within 30 days. */
		ENDING,

		EXPIRED, NOT_YET_VALID;

		/** Whether it is accepted on that day. */
		public boolean holds() {
			return this == ACTIVE || this == ENDING;
		}

	}

	/**
	 * Which findings of the control: those that all parts match. A part that is empty
	 * matches all.
	 *
	 * @param units organizational units by their id, or their path of names such as
	 * {@code Root/Workloads}; those below count
	 * @param rule a pattern of names of Config rules; null for any
	 * @param resource a pattern of ids of findings' resources, or of resources that break
	 * a Config rule: {@code *} for any characters, {@code ?} for one; null for any
	 * @param tags what an account must be tagged with
	 */
	public record Scope(List<AccountId> accounts, List<String> units, List<String> regions, @Nullable String rule,
			@Nullable String resource, Map<String, String> tags) {

		public Scope {
			accounts = List.copyOf(accounts);
			units = List.copyOf(units);
			regions = List.copyOf(regions);
			tags = Map.copyOf(tags);
		}

		/** Whether it spans the whole organization: neither who nor what narrows it. */
		boolean isOverBroad() {
			boolean everybody = this.accounts.isEmpty() && this.tags.isEmpty()
					&& (this.units.isEmpty() || this.units.stream().anyMatch(Scope::isRoot));
			boolean everything = isAnything(this.rule) && isAnything(this.resource);
			return everybody && everything;
		}

		/** A path of one name, or a root's id. */
		private static boolean isRoot(String unit) {
			return !unit.contains("/") && !unit.startsWith("ou-");
		}

		private static boolean isAnything(@Nullable String pattern) {
			return pattern == null || pattern.matches("[*?]*");
		}

		/** The scope as a person reads it, the same for the same scope. */
		String inWords() {
			List<String> parts = new ArrayList<>();
			this.accounts.stream().map(AccountId::value).sorted().forEach((id) -> parts.add("account=" + id));
			this.units.stream().sorted().forEach((unit) -> parts.add("ou=" + unit));
			this.regions.stream().sorted().forEach((region) -> parts.add("region=" + region));
			new TreeMap<>(this.tags).forEach((key, value) -> parts.add("tag:" + key + "=" + value));
			if (this.rule != null) {
				parts.add("rule=" + this.rule);
			}
			if (this.resource != null) {
				parts.add("resource=" + this.resource);
			}
			return parts.isEmpty() ? "*" : String.join("; ", parts);
		}

	}

}
