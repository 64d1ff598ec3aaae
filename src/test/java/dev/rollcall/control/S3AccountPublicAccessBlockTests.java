package dev.rollcall.control;

import dev.rollcall.collect.CellStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code s3.account_public_access_block}. */
class S3AccountPublicAccessBlockTests {

	private static final String ACCOUNT = "111111111111";

	private static final String OTHER = "222222222222";

	@RegisterExtension
	final TestNight night = new TestNight();

	private static final List<String> FLAGS = List.of("block_public_acls", "ignore_public_acls", "block_public_policy",
			"restrict_public_buckets");

	S3AccountPublicAccessBlockTests() {
		this.night.member(ACCOUNT);
	}

	@Test
	void judgesAllFourSettingsCompliant() {
		read(true, true, true, true);
		assertThat(judge()).containsExactly(Judgement.of(ACCOUNT, "COMPLIANT",
				"S3 blocks public access to all buckets of the account, by ACL and by policy."));
	}

	@Test
	void namesTheOneOfFourThatIsOff() {
		read(true, true, true, true);
		for (int off = 0; off < FLAGS.size(); off++) {
			String account = OTHER.substring(1) + off;
			this.night.member(account)
				.read(account, "s3-account-block", "global")
				.row("s3_account_block", account, "global", flags(off != 0, off != 1, off != 2, off != 3));
		}
		assertThat(judge()).filteredOn((judgement) -> judgement.verdict().equals("NON_COMPLIANT"))
			.extracting(Judgement::reason)
			.containsExactly("The account's block leaves these settings off: BlockPublicAcls.",
					"The account's block leaves these settings off: IgnorePublicAcls.",
					"The account's block leaves these settings off: BlockPublicPolicy.",
					"The account's block leaves these settings off: RestrictPublicBuckets.");
	}

	@Test
	void namesThemInTheirOrder() {
		read(false, false, false, false);
		assertThat(judge()).containsExactly(Judgement.of(ACCOUNT, "NON_COMPLIANT",
				"The account's block leaves these settings off: BlockPublicAcls, IgnorePublicAcls, BlockPublicPolicy,"
						+ " RestrictPublicBuckets."));
	}

	@Test
	void judgesABlockThatWasNeverSetNonCompliant() {
		this.night.cell(ACCOUNT, "s3-account-block", "global", CellStatus.NOT_ENABLED);
		assertThat(judge()).containsExactly(
				Judgement.of(ACCOUNT, "NON_COMPLIANT", "S3 blocks nothing for the account: its block was never set."));
	}

	@Test
	void takesThreeOfFourForNoAnswerWhereTheFourthIsNotSaid() {
		this.night.read(ACCOUNT, "s3-account-block", "global")
			.row("s3_account_block", ACCOUNT, "global",
					Map.of("block_public_acls", true, "ignore_public_acls", true, "block_public_policy", true));
		assertThat(judge()).containsExactly(Judgement.of(ACCOUNT, "INSUFFICIENT_DATA",
				"S3 does not say of all four settings whether they are on."));
	}

	@Test
	void takesNoOtherAccountsBlock() {
		this.night.member(OTHER)
			.read(ACCOUNT, "s3-account-block", "global")
			.read(OTHER, "s3-account-block", "global")
			.row("s3_account_block", OTHER, "global", flags(true, true, true, true));
		assertThat(judge()).extracting(Judgement::verdict).containsExactly("INSUFFICIENT_DATA", "COMPLIANT");
	}

	@Test
	void doesNotKnowOfABlockThatMayNotBeRead() {
		this.night.denied(ACCOUNT, "s3-account-block", "global", "s3control:GetPublicAccessBlock")
			.read(ACCOUNT, "account-tags", "global")
			.row("s3_account_block", ACCOUNT, "global", flags(true, true, true, true));
		assertThat(judge()).containsExactly(Judgement.of(ACCOUNT, "INSUFFICIENT_DATA",
				"s3control:GetPublicAccessBlock was denied (AccessDenied); the permission s3:GetAccountPublicAccessBlock is missing."));
	}

	private void read(boolean... on) {
		this.night.read(ACCOUNT, "s3-account-block", "global").row("s3_account_block", ACCOUNT, "global", flags(on));
	}

	private static Map<String, Boolean> flags(boolean... on) {
		Map<String, Boolean> flags = new LinkedHashMap<>();
		for (int i = 0; i < FLAGS.size(); i++) {
			flags.put(FLAGS.get(i), on[i]);
		}
		return flags;
	}

	private List<Judgement> judge() {
		return this.night.judge("s3.account_public_access_block");
	}

}
