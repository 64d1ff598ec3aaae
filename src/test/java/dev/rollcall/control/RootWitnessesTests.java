package dev.rollcall.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what the controls of the root user make of two witnesses (K1) and of the
 * partition (K7): {@code root.mfa}, {@code root.mfa.hardware}, {@code root.access_keys},
 * {@code root.signing_certificates}, {@code root.credentials_removed},
 * {@code root.recent_use}, {@code root.centralized_management} and
 * {@code root.centralized_sessions}.
 */
class RootWitnessesTests {

	private static final String ACCOUNT = "111111111111";

	/** Three hours before it is read. */
	private static final String MADE = "2026-11-22T22:00:00Z";

	private static final String LONG_AGO = "2026-11-01T00:00:00Z";

	private static final String REPORT = "the credential report of 2026-11-22, about 3 hours old";

	private static final String ALONE = "The credential report, which alone speaks of it, was made more than 48 hours"
			+ " before it was read, or does not say when.";

	@RegisterExtension
	final TestNight night = new TestNight();

	RootWitnessesTests() {
		this.night.member(ACCOUNT).read(ACCOUNT, "iam-root-mfa-devices", "global");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			false | early | -     | the virtual MFA devices               | the account summary
			false | late  | -     | the virtual MFA devices               | the account summary
			false | -     | true  | REPORT                                | the account summary
			false | early | true  | the virtual MFA devices and REPORT    | the account summary
			false | early | false | the virtual MFA devices               | the account summary and REPORT
			true  | -     | false | the account summary                   | REPORT
			true  | early | false | the account summary and the virtual MFA devices | REPORT
			-     | early | false | the virtual MFA devices               | REPORT
			""")
	void doNotKnowOfAFactorWhereTheyContradictEachOther(@Nullable Boolean summary, @Nullable String device,
			@Nullable Boolean report, String yes, String no) {
		summary("mfa_enabled", summary);
		device(device);
		report(MADE, "mfa_active", report);
		String reason = "The root user has a second factor by %s, and none by %s.".formatted(yes, no)
			.replace("REPORT", REPORT);
		assertThat(judge("root.mfa")).containsExactly("INSUFFICIENT_DATA " + reason);
		assertThat(judge("root.mfa.hardware")).containsExactly("INSUFFICIENT_DATA " + reason);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-",
			textBlock = """
					true  | late  | false | COMPLIANT     | The root user has a virtual MFA device.
					-     | late  | false | COMPLIANT     | The root user has a virtual MFA device.
					true  | early | true  | COMPLIANT     | The root user has a virtual MFA device.
					true  | -     | true  | COMPLIANT     | The root user has a second factor that is no virtual device.
					-     | -     | true  | COMPLIANT     | The root user has a second factor, as the credential report of 2026-11-22 says.
					false | -     | false | NON_COMPLIANT | The root user has no second factor.
					-     | -     | false | NON_COMPLIANT | The root user has no second factor, as the credential report of 2026-11-22 says.
					""")
	void agreeOnAFactor(@Nullable Boolean summary, @Nullable String device, @Nullable Boolean report, String verdict,
			String reason) {
		summary("mfa_enabled", summary);
		device(device);
		report(MADE, "mfa_active", report);
		assertThat(judge("root.mfa")).containsExactly(verdict + " " + reason);
	}

	@Test
	void nameAReportOfNoDay() {
		summary("mfa_enabled", true);
		device("late");
		this.night.read(ACCOUNT, "iam-credential-report", "global")
			.row("credential", ACCOUNT, "global", Map.of("root", true, "mfa_active", false));
		assertThat(judge("root.mfa"))
			.containsExactly("INSUFFICIENT_DATA The root user has a second factor by the account"
					+ " summary and the virtual MFA devices, and none by the credential report of a day that it does not name.");
	}

	@Test
	void takeNoOldReportForTheOnlyWitness() {
		summary("access_keys_present", false);
		report(LONG_AGO, "mfa_active", true);
		assertThat(judge("root.mfa")).containsExactly("INSUFFICIENT_DATA " + ALONE);
		assertThat(judge("root.mfa.hardware")).containsExactly("INSUFFICIENT_DATA " + ALONE);
	}

	@Test
	void takeNoOldReportForTheOnlyWitnessOfNone() {
		summary("access_keys_present", false);
		report(LONG_AGO, "mfa_active", false);
		assertThat(judge("root.mfa")).containsExactly("INSUFFICIENT_DATA " + ALONE);
		assertThat(judge("root.mfa.hardware")).containsExactly("INSUFFICIENT_DATA " + ALONE);
	}

	@Test
	void holdTheReportAgainstADeniedSummary() {
		this.night.denied(ACCOUNT, "iam-root-user", "global", "iam:GetAccountSummary");
		report(MADE, "mfa_active", false);
		String reason = "NON_COMPLIANT The root user has no second factor, as the credential report of 2026-11-22 says.";
		assertThat(judge("root.mfa")).containsExactly(reason);
		assertThat(judge("root.mfa.hardware")).containsExactly(reason);
	}

	@Test
	void passNobodyWhoseSummaryIsDenied() {
		this.night.denied(ACCOUNT, "iam-root-user", "global", "iam:GetAccountSummary");
		report(MADE, "mfa_active", true);
		assertThat(judge("root.mfa")).singleElement().asString().startsWith("INSUFFICIENT_DATA iam:GetAccountSummary");
		assertThat(judge("root.mfa.hardware")).singleElement()
			.asString()
			.startsWith("INSUFFICIENT_DATA iam:GetAccountSummary");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			root.access_keys          | access_key1_active | an access key
			root.access_keys          | access_key2_active | an access key
			root.signing_certificates | cert1_active       | a signing certificate
			root.signing_certificates | cert2_active       | a signing certificate
			""")
	void doNotKnowOfACredentialWhereTheyContradictEachOther(String control, String active, String what) {
		this.night.read(ACCOUNT, "iam-root-user", "global")
			.row("account_summary", ACCOUNT, "global", Map.of("access_keys_present", false,
					"signing_certificates_present", false, "password_present", false));
		reportOf(active, true);
		String reason = "INSUFFICIENT_DATA The root user has %s by %s, and none by the account summary.".formatted(what,
				REPORT);
		assertThat(judge(control)).containsExactly(reason);
		assertThat(judge("root.credentials_removed")).containsExactly(reason);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			root.access_keys          | access_keys_present          | an access key
			root.signing_certificates | signing_certificates_present | a signing certificate
			""")
	void doNotKnowOfACredentialThatTheReportDoesNotShow(String control, String said, String what) {
		Map<String, Object> summary = new HashMap<>(
				Map.of("access_keys_present", false, "signing_certificates_present", false, "password_present", false));
		summary.put(said, true);
		this.night.read(ACCOUNT, "iam-root-user", "global").row("account_summary", ACCOUNT, "global", summary);
		reportOf("mfa_active", false);
		String reason = "INSUFFICIENT_DATA The root user has %s by the account summary, and none by %s.".formatted(what,
				REPORT);
		assertThat(judge(control)).containsExactly(reason);
		assertThat(judge("root.credentials_removed")).containsExactly(reason);
	}

	/** Where credentials were removed after the report was made, nobody signs in. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			access_key1_active | an access key
			cert1_active       | a signing certificate
			""")
	void doNotKnowWhetherAFactorIsNeededWhereTheyContradictEachOtherOnCredentials(String active, String what) {
		this.night.read(ACCOUNT, "iam-root-user", "global")
			.row("account_summary", ACCOUNT, "global", Map.of("access_keys_present", false, "mfa_enabled", false,
					"signing_certificates_present", false, "password_present", false));
		reportOf(active, true);
		for (String control : List.of("root.mfa", "root.mfa.hardware")) {
			assertThat(judge(control)).as(control)
				.containsExactly(
						("INSUFFICIENT_DATA Whether the root user has credentials at all is not known: %s by %s,"
								+ " and none by the account summary.")
							.formatted(what, REPORT));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "access_key1_active", "cert1_active" })
	void wantAFactorOfAPasswordWhateverElseIsContradicted(String active) {
		this.night.read(ACCOUNT, "iam-root-user", "global")
			.row("account_summary", ACCOUNT, "global", Map.of("access_keys_present", false, "mfa_enabled", false,
					"signing_certificates_present", false, "password_present", true));
		reportOf(active, true);
		for (String control : List.of("root.mfa", "root.mfa.hardware")) {
			assertThat(judge(control)).as(control).containsExactly("NON_COMPLIANT The root user has no second factor.");
		}
	}

	@ParameterizedTest
	@CsvSource({ "access_key1_active", "cert1_active" })
	void takeAFactorForOneWhateverElseIsContradicted(String active) {
		this.night.read(ACCOUNT, "iam-root-user", "global")
			.row("account_summary", ACCOUNT, "global",
					Map.of("access_keys_present", false, "mfa_enabled", true, "signing_certificates_present", false,
							"password_present", false))
			.read(ACCOUNT, "iam-credential-report", "global")
			.row("credential", ACCOUNT, "global",
					Map.of("root", true, "report_made_at", MADE, "mfa_active", true, active, true));
		for (String control : List.of("root.mfa", "root.mfa.hardware")) {
			assertThat(judge(control)).as(control)
				.containsExactly("COMPLIANT The root user has a second factor that is no virtual device.");
		}
	}

	@Test
	void wantAFactorWhereNobodySaysWhetherThereIsAPassword() {
		this.night.read(ACCOUNT, "iam-root-user", "global")
			.row("account_summary", ACCOUNT, "global", Map.of("mfa_enabled", false));
		for (String control : List.of("root.mfa", "root.mfa.hardware")) {
			assertThat(judge(control)).as(control).containsExactly("NON_COMPLIANT The root user has no second factor.");
		}
	}

	/** AWS may say "not active" of a key, and still when it was made. */
	@Test
	void countAnInactiveKeyThatTheReportDates() {
		summary("access_keys_present", true);
		reportOf("access_key1_rotated_at", "2020-01-01T00:00:00Z");
		assertThat(judge("root.access_keys")).containsExactly("NON_COMPLIANT The root user has an access key.");
	}

	@Test
	void keepCredentialsPresentByAPasswordAlone() {
		this.night.read(ACCOUNT, "iam-root-user", "global")
			.row("account_summary", ACCOUNT, "global", Map.of("access_keys_present", true, "password_present", true));
		reportOf("mfa_active", false);
		assertThat(judge("root.credentials_removed"))
			.containsExactly("NON_COMPLIANT The root user has a password, an access key or a signing certificate.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			root.access_keys          | access_key1_active | an access key
			root.signing_certificates | cert1_active       | a signing certificate
			""")
	void holdAReportOfTheDayAgainstADeniedSummary(String control, String active, String what) {
		this.night.denied(ACCOUNT, "iam-root-user", "global", "iam:GetAccountSummary");
		reportOf(active, true);
		assertThat(judge(control)).containsExactly(
				"NON_COMPLIANT The root user has " + what + ", as the credential report of 2026-11-22 says.");
		assertThat(judge("root.credentials_removed"))
			.containsExactly("NON_COMPLIANT The root user has a password, an access key or a signing certificate.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			root.access_keys          | access_key1_active
			root.signing_certificates | cert1_active
			""")
	void holdNoReportOfLongAgoAgainstAnybody(String control, String active) {
		this.night.read(ACCOUNT, "iam-root-user", "global")
			.read(ACCOUNT, "iam-credential-report", "global")
			.row("credential", ACCOUNT, "global", Map.of("root", true, active, true, "report_made_at", LONG_AGO));
		assertThat(judge(control)).containsExactly("INSUFFICIENT_DATA " + ALONE);
		assertThat(judge("root.credentials_removed")).containsExactly("INSUFFICIENT_DATA " + ALONE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "root.mfa", "root.mfa.hardware", "root.credentials_removed", "root.recent_use" })
	void haveNothingToJudgeWhereNobodyCanSignIn(String control) {
		this.night.read(ACCOUNT, "cloudtrail", "us-gov-west-1").read(ACCOUNT, "iam-credential-report", "global");
		summary("mfa_enabled", false);
		assertThat(judge(control))
			.containsExactly("NOT_APPLICABLE Nobody can sign in as the root user in the partition aws-us-gov.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "root.mfa", "root.mfa.hardware", "root.credentials_removed", "root.recent_use" })
	void haveNothingToJudgeWhereTheReportKnowsNoRootUser(String control) {
		this.night.read(ACCOUNT, "cloudtrail", "cn-north-1").read(ACCOUNT, "iam-credential-report", "global");
		summary("mfa_enabled", false);
		assertThat(judge(control))
			.containsExactly("NOT_APPLICABLE Nobody can sign in as the root user in the partition aws-cn.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "root.mfa", "root.mfa.hardware" })
	void judgeARootUserOfChinaThatTheReportKnows(String control) {
		this.night.read(ACCOUNT, "cloudtrail", "cn-north-1");
		summary("mfa_enabled", false);
		report(MADE, "mfa_active", false);
		assertThat(judge(control)).containsExactly("NON_COMPLIANT The root user has no second factor.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "root.mfa", "root.mfa.hardware" })
	void doNotKnowWhetherChinaHasARootUserWhereTheReportIsAGap(String control) {
		this.night.read(ACCOUNT, "cloudtrail", "cn-north-1")
			.denied(ACCOUNT, "iam-credential-report", "global", "iam:GetCredentialReport");
		summary("mfa_enabled", false);
		assertThat(judge(control))
			.containsExactly("INSUFFICIENT_DATA Whether there is a root user in the partition aws-cn"
					+ " is what the credential report says, which was not read.");
	}

	@ParameterizedTest
	@CsvSource({ "eusc-de-east-1", "eu-west-1" })
	void judgeRootUsersElsewhere(String region) {
		this.night.read(ACCOUNT, "cloudtrail", region).read(ACCOUNT, "iam-credential-report", "global");
		summary("mfa_enabled", false);
		assertThat(judge("root.mfa")).containsExactly("NON_COMPLIANT The root user has no second factor.");
	}

	@Test
	void judgeKeysOfGovCloudWhichWorkWithoutSigningIn() {
		this.night.read(ACCOUNT, "cloudtrail", "us-gov-west-1");
		summary("access_keys_present", true);
		assertThat(judge("root.access_keys")).containsExactly("NON_COMPLIANT The root user has an access key.");
	}

	@ParameterizedTest
	@CsvSource({ "root.centralized_management, us-gov-west-1, aws-us-gov",
			"root.centralized_management, cn-north-1, aws-cn", "root.centralized_sessions, us-gov-west-1, aws-us-gov",
			"root.centralized_sessions, cn-north-1, aws-cn" })
	void haveNothingCentralizedWherePartitionsDoNot(String control, String region, String partition) {
		this.night.management("222222222222")
			.read(ACCOUNT, "cloudtrail", region)
			.read(ACCOUNT, "iam-root-user", "global")
			.read("222222222222", "iam-root-user", "global")
			.cell("222222222222", "iam-centralized-root", "global", CellStatus.NOT_ENABLED);
		assertThat(judge(control))
			.containsExactly("NOT_APPLICABLE IAM centralizes no root access in the partition " + partition + ".");
	}

	@ParameterizedTest
	@ValueSource(strings = { "root.centralized_management", "root.centralized_sessions" })
	void believeWhatIsCentralizedInAnyPartition(String control) {
		this.night.management("222222222222")
			.read(ACCOUNT, "cloudtrail", "us-gov-west-1")
			.read(ACCOUNT, "iam-root-user", "global")
			.read("222222222222", "iam-root-user", "global")
			.read("222222222222", "iam-centralized-root", "global")
			.row("centralized_root", "222222222222", "global",
					Map.of("credentials_management", true, "sessions", true));
		assertThat(judge(control)).singleElement().asString().startsWith("COMPLIANT");
	}

	/** One account's end is nothing that everybody else may rest on (K2). */
	@ParameterizedTest
	@ValueSource(strings = { "root.centralized_management", "root.centralized_sessions" })
	void doNotKnowWhatASuspendedAdministratorWouldHaveSaid(String control) {
		this.night.member("222222222222")
			.read(ACCOUNT, "iam-root-user", "global")
			.read("222222222222", "iam-root-user", "global")
			.cell("222222222222", "iam-centralized-root", "global", CellStatus.ACCOUNT_NOT_ACTIVE);
		assertThat(judge(control))
			.containsExactly("INSUFFICIENT_DATA What the organization has centralized could not be"
					+ " read in account 222222222222: The account is not active.");
	}

	private void summary(String column, @Nullable Boolean said) {
		this.night.read(ACCOUNT, "iam-root-user", "global");
		if (said != null) {
			this.night.row("account_summary", ACCOUNT, "global", Map.of("password_present", true, column, said));
		}
	}

	private void device(@Nullable String when) {
		if (when != null) {
			this.night.row("virtual_mfa_device", ACCOUNT, "global", Map.of("serial_number", "root-device", "root", true,
					"enabled_at", when.equals("late") ? "2026-11-22T23:00:00Z" : MADE));
		}
	}

	private void report(String made, String column, @Nullable Boolean said) {
		if (said != null) {
			this.night.read(ACCOUNT, "iam-credential-report", "global")
				.row("credential", ACCOUNT, "global", Map.of("root", true, column, said, "report_made_at", made));
		}
	}

	/** A report that shows nothing but this. */
	private void reportOf(String column, Object value) {
		Map<String, Object> row = new HashMap<>(
				Map.of("root", true, "report_made_at", MADE, "mfa_active", false, "access_key1_active", false,
						"access_key2_active", false, "cert1_active", false, "cert2_active", false));
		row.put(column, value);
		this.night.read(ACCOUNT, "iam-credential-report", "global").row("credential", ACCOUNT, "global", row);
	}

	private List<String> judge(String control) {
		return this.night.judge(control)
			.stream()
			.filter((judged) -> judged.account().equals(ACCOUNT))
			.map((judged) -> judged.verdict() + " " + judged.reason())
			.toList();
	}

}
