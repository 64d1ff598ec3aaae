package dev.rollcall.simulator.service.guardduty;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.rollcall.simulator.wire.ErrorAnswer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.guardduty.model.Condition;
import software.amazon.awssdk.services.guardduty.model.FindingCriteria;

/**
 * Which findings a request is about, by the attributes that are simulated.
 *
 * @param archived null for those that are and those that are not
 * @param from the lowest severity
 * @param below the severity below which they are
 * @param accounts empty for all
 */
record FindingCriterion(@Nullable Boolean archived, double from, double below, Set<String> accounts) {

	/** Above every severity. */
	static final double ANY = 11;

	FindingCriterion {
		accounts = Set.copyOf(accounts);
	}

	/** Those that nobody archived, from a severity on. */
	static FindingCriterion open(int from, Set<String> accounts) {
		return new FindingCriterion(false, from, ANY, accounts);
	}

	/**
	 * Reads a request's criteria.
	 * @throws ErrorAnswer where they name an attribute that is not simulated
	 */
	static FindingCriterion of(@Nullable FindingCriteria criteria) {
		FindingCriterion all = new FindingCriterion(null, 0, ANY, Set.of());
		if (criteria != null) {
			for (Map.Entry<String, Condition> condition : criteria.criterion().entrySet()) {
				all = all.and(condition.getKey(), condition.getValue());
			}
		}
		return all;
	}

	private FindingCriterion and(String attribute, Condition condition) {
		List<String> values = condition.hasEqualsValue() ? condition.equalsValue() : condition.eq();
		return switch (attribute) {
			case "service.archived" ->
				new FindingCriterion(values.contains("true"), this.from, this.below, this.accounts);
			case "accountId" -> new FindingCriterion(this.archived, this.from, this.below, Set.copyOf(values));
			case "severity" -> new FindingCriterion(this.archived, or(condition.greaterThanOrEqual(), this.from),
					or(condition.lessThan(), this.below), this.accounts);
			default -> throw new ErrorAnswer(400, GuardDutyService.REFUSAL,
					"The request is rejected because the criterion " + attribute + " is invalid.");
		};
	}

	private static double or(@Nullable Long said, double otherwise) {
		return (said != null) ? said : otherwise;
	}

	boolean takes(String account, GuardFinding finding) {
		return (this.archived == null || this.archived == finding.archived()) && finding.severity() >= this.from
				&& finding.severity() < this.below && (this.accounts.isEmpty() || this.accounts.contains(account));
	}

	/** Tells its list from others. */
	String text() {
		return this.archived + " " + this.from + " " + this.below + " " + new TreeSet<>(this.accounts);
	}

}
