package dev.rollcall.collect.guardduty;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import software.amazon.awssdk.services.guardduty.model.Condition;
import software.amazon.awssdk.services.guardduty.model.FindingCriteria;

/** Which findings are asked for, in GuardDuty's criteria. */
final class FindingFilter {

	private static final String SEVERITY = "severity";

	private final Map<String, Condition> conditions;

	private FindingFilter(Map<String, Condition> conditions) {
		this.conditions = Map.copyOf(conditions);
	}

	/** Those that nobody archived, whether by hand or by a rule. */
	static FindingFilter open() {
		return archived("false");
	}

	/** Those that somebody archived, or a rule. */
	static FindingFilter archived() {
		return archived("true");
	}

	private static FindingFilter archived(String whether) {
		return new FindingFilter(Map.of("service.archived", Condition.builder().equalsValue(whether).build()));
	}

	/** Of these, those of one severity. */
	FindingFilter of(FindingSeverity severity) {
		FindingSeverity[] all = FindingSeverity.values();
		Condition.Builder condition = Condition.builder();
		if (severity.ordinal() > 0) {
			condition.greaterThanOrEqual((long) severity.from());
		}
		if (severity.ordinal() < all.length - 1) {
			condition.lessThan((long) all[severity.ordinal() + 1].from());
		}
		return with(SEVERITY, condition.build());
	}

	/** Of these, those that are read whole. */
	FindingFilter high() {
		return with(SEVERITY, Condition.builder().greaterThanOrEqual((long) FindingSeverity.HIGH.from()).build());
	}

	/** Of these, those of an account. */
	FindingFilter of(String account) {
		return of(List.of(account));
	}

	/** Of these, those of some accounts. */
	FindingFilter of(List<String> accounts) {
		return with("accountId", Condition.builder().equalsValue(accounts).build());
	}

	private FindingFilter with(String attribute, Condition condition) {
		Map<String, Condition> more = new TreeMap<>(this.conditions);
		more.put(attribute, condition);
		return new FindingFilter(more);
	}

	FindingCriteria criteria() {
		return FindingCriteria.builder().criterion(this.conditions).build();
	}

}
