package dev.rollcall.collect.accessanalyzer;

import java.time.Instant;
import java.util.List;

import dev.rollcall.collect.Keyed;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.accessanalyzer.model.AnalyzerStatus;
import software.amazon.awssdk.services.accessanalyzer.model.Type;

/**
 * An IAM Access Analyzer.
 *
 * @param arn the analyzer's ARN
 * @param name the analyzer's name
 * @param type ACCOUNT, ORGANIZATION, or one of their _UNUSED_ACCESS and _INTERNAL_ACCESS
 * kinds
 * @param status ACTIVE, CREATING, DISABLED or FAILED
 * @param statusReason why it is not active
 * @param createdAt when it was made
 * @param lastAnalyzedAt when it last analyzed a resource
 * @param unusedAccessAge after how many days without use it calls access unused; null
 * where it looks for none, or does not say
 * @param excludedAccounts the accounts in which it does not look for unused access
 * @param excludedTags the roles and users of which it does not, by their tags, such as
 * {@code team=on-call}
 */
public record Analyzer(String arn, String name, String type, String status, @Nullable String statusReason,
		@Nullable Instant createdAt, @Nullable Instant lastAnalyzedAt, @Nullable Long unusedAccessAge,
		List<String> excludedAccounts, List<String> excludedTags) implements Keyed {

	public Analyzer {
		excludedAccounts = List.copyOf(excludedAccounts);
		excludedTags = List.copyOf(excludedTags);
	}

	/** Whether it looks for access from outside, and works. */
	boolean seesExternalAccess() {
		return this.status.equals(AnalyzerStatus.ACTIVE.toString())
				&& (this.type.equals(Type.ACCOUNT.toString()) || this.type.equals(Type.ORGANIZATION.toString()));
	}

	/** Whether it looks for access that nobody uses, and works. */
	boolean seesUnusedAccess() {
		return this.status.equals(AnalyzerStatus.ACTIVE.toString())
				&& (this.type.equals(Type.ACCOUNT_UNUSED_ACCESS.toString())
						|| this.type.equals(Type.ORGANIZATION_UNUSED_ACCESS.toString()));
	}

	/** Whether its zone of trust is the organization. */
	boolean seesOrganization() {
		return this.type.equals(Type.ORGANIZATION.toString());
	}

	@Override
	public List<?> naturalKey() {
		return List.of(this.arn);
	}

}
