package dev.rollcall.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a control says of each thing, and at worst of each Region and account.
 *
 * @param verdicts by what they are about
 */
record Worst(Map<String, Verdict> verdicts) {

	static Worst of(List<Judgement> judgements) {
		Map<String, Verdict> verdicts = new HashMap<>();
		for (Judgement judgement : judgements) {
			Verdict verdict = Verdict.valueOf(judgement.verdict());
			String region = judgement.account() + " " + judgement.region();
			for (String about : List.of(judgement.account(), region, region + " " + judgement.resource())) {
				verdicts.merge(about, verdict, (one, other) -> (one.compareTo(other) < 0) ? one : other);
			}
		}
		return new Worst(verdicts);
	}

	/** What is said better of by another, though nothing better was seen. */
	List<String> flatteredBy(Worst other) {
		List<String> flattered = new ArrayList<>();
		other.verdicts.forEach((about, verdict) -> {
			Verdict before = this.verdicts.get(about);
			if (isFlattered(before, verdict)) {
				flattered.add(about + ": " + before + " became " + verdict);
			}
		});
		return flattered;
	}

	private static boolean isFlattered(@Nullable Verdict before, Verdict after) {
		return switch (after) {
			case COMPLIANT -> before == Verdict.NON_COMPLIANT || before == Verdict.INSUFFICIENT_DATA
					|| before == Verdict.NOT_APPLICABLE;
			case NOT_APPLICABLE -> before == Verdict.NON_COMPLIANT;
			case NON_COMPLIANT, INSUFFICIENT_DATA -> false;
		};
	}

}
