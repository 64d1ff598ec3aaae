package dev.rollcall.collect.iam;

import java.util.Map;

import dev.rollcall.account.UnexpectedAnswerException;
import dev.rollcall.collect.CellScope;
import dev.rollcall.collect.Source;
import dev.rollcall.collect.SourceDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.iam.IamClient;

/** Reads what credentials the root user has. */
@Component
class IamRootUserSource implements Source {

	@Override
	public SourceDefinition definition() {
		return SourceDefinition.global("iam-root-user", IamClient.class)
			.operations("0.1.0", "iam:GetAccountSummary")
			.evidence(AccountSummary.class)
			.whenEmpty("–")
			.build();
	}

	@Override
	public Answer collect(CellScope cell) {
		Map<String, Integer> summary = cell.client(IamClient.class).getAccountSummary().summaryMapAsStrings();
		if (summary.isEmpty()) {
			throw new UnexpectedAnswerException("iam:GetAccountSummary answered a summary of nothing");
		}
		cell.emit(new AccountSummary(flag(summary, "AccountMFAEnabled"), flag(summary, "AccountAccessKeysPresent"),
				flag(summary, "AccountPasswordPresent"), flag(summary, "AccountSigningCertificatesPresent")));
		return Answer.READ;
	}

	private static @Nullable Boolean flag(Map<String, Integer> summary, String key) {
		Integer value = summary.get(key);
		return (value != null) ? value > 0 : null;
	}

}
