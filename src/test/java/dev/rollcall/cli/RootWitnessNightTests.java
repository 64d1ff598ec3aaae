package dev.rollcall.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Base64;

import dev.rollcall.simulator.Fault;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whole nights in which witnesses of the root user contradict each other (K1), in which
 * one witness is old (K4), and in which IAM's administrator is suspended (K2).
 */
class RootWitnessNightTests {

	private static final String HEADER = "user,arn,user_creation_time,password_enabled,password_last_used,"
			+ "password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,"
			+ "access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,"
			+ "access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,"
			+ "access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,"
			+ "cert_2_active,cert_2_last_rotated";

	@SuppressWarnings("NullAway.Init")
	private static VerdictNight night;

	@BeforeAll
	static void runTheNight(@TempDir Path out) {
		night = VerdictNight.in(out)
			.everybody(States.answer("iam:GetAccountSummary", "SummaryMap.AccountPasswordPresent", "1",
					"SummaryMap.AccountMFAEnabled", "1"), report("true", "false", "false"))
			.account("agreed")
			.account("no MFA beside a device", summary("0"), device("2026-01-01T00:00:00Z"),
					report("false", "false", "false"))
			.account("no MFA beside a report", summary("0"))
			.account("no MFA by any", summary("0"), report("false", "false", "false"))
			.account("MFA that the report lacks", report("false", "false", "false"))
			.account("MFA since the report", report("false", "false", "false"), device("2026-11-20T00:00:00Z"))
			.account("MFA before the report", report("false", "false", "false"), device("2026-11-18T00:00:00Z"))
			.account("a key that the summary lacks", report("true", "true", "false"))
			.account("a certificate that the summary lacks", report("true", "false", "true"))
			.account("a key that the report lacks",
					States.answer("iam:GetAccountSummary", "SummaryMap.AccountAccessKeysPresent", "1"))
			.account("an old report", States.answer("iam:GetCredentialReport", "GeneratedTime", "2026-11-01T00:00:00Z"))
			.account("a denied report", States.denial("iam:GetCredentialReport"))
			.account("a device by its name alone", summary("0"),
					States.answer("iam:ListVirtualMFADevices", "VirtualMFADevices[+]",
							"{\"SerialNumber\": \"arn:aws:iam::1:mfa/root-account-mfa-device\"}"))
			.with("management",
					States.answer("organizations:ListAccounts", "Accounts[Name=identity].State", "SUSPENDED",
							"Accounts[Name=identity].Status", "SUSPENDED"))
			.with("audit",
					States.answer("organizations:ListAccounts", "Accounts[Name=identity].State", "SUSPENDED",
							"Accounts[Name=identity].Status", "SUSPENDED"))
			.run();
	}

	private static Fault summary(String mfa) {
		return States.answer("iam:GetAccountSummary", "SummaryMap.AccountPasswordPresent", "1",
				"SummaryMap.AccountMFAEnabled", mfa);
	}

	private static Fault device(String enabled) {
		return States.answer("iam:ListVirtualMFADevices", "VirtualMFADevices[+]",
				"{\"SerialNumber\": \"arn:aws:iam::1:mfa/phone\", \"EnableDate\": \"" + enabled
						+ "\", \"User\": {\"Arn\": \"arn:aws:iam::1:root\"}}");
	}

	private static Fault report(String mfa, String key, String certificate) {
		String row = "<root_account>,arn:aws:iam::1:root,2020-01-01T00:00:00+00:00,not_supported,no_information,"
				+ "not_supported,not_supported," + mfa + "," + key + ",N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,"
				+ certificate + ",N/A,false,N/A";
		return States.answer("iam:GetCredentialReport", "Content",
				Base64.getEncoder().encodeToString((HEADER + "\n" + row + "\n").getBytes(StandardCharsets.UTF_8)),
				"GeneratedTime", "2026-11-19T21:00:00Z");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					agreed                     | COMPLIANT         | a second factor that is no virtual device
					no MFA beside a device     | INSUFFICIENT_DATA | by the virtual MFA devices, and none by the account summary and the credential report of 2026-11-19
					no MFA beside a report     | INSUFFICIENT_DATA | by the credential report of 2026-11-19
					no MFA by any              | NON_COMPLIANT     | no second factor
					MFA that the report lacks  | INSUFFICIENT_DATA | none by the credential report of 2026-11-19
					MFA since the report       | COMPLIANT         | a virtual MFA device
					MFA before the report      | INSUFFICIENT_DATA | none by the credential report of 2026-11-19
					a denied report            | COMPLIANT         | a second factor that is no virtual device
					a device by its name alone | INSUFFICIENT_DATA | by the virtual MFA devices and the credential report
					""")
	void tellWhetherThereIsAFactor(String account, String verdict, String reason) throws SQLException {
		assertThat(night.findings("root.mfa", account)).singleElement()
			.asString()
			.startsWith("global " + verdict)
			.contains(reason);
	}

	@ParameterizedTest
	@CsvSource({ "no MFA beside a device", "no MFA beside a report", "MFA that the report lacks" })
	void tellNothingOfTheKindOfAFactorThatMayNotBe(String account) throws SQLException {
		assertThat(night.verdicts("root.mfa.hardware", account)).containsExactly("INSUFFICIENT_DATA");
	}

	@ParameterizedTest
	@CsvSource({ "root.access_keys, a key that the summary lacks", "root.access_keys, a key that the report lacks",
			"root.signing_certificates, a certificate that the summary lacks" })
	void tellNothingOfCredentialsThatMayNotBe(String control, String account) throws SQLException {
		assertThat(night.findings(control, account)).singleElement()
			.asString()
			.startsWith("global INSUFFICIENT_DATA")
			.contains("the account summary")
			.contains("the credential report of 2026-11-19, about ");
	}

	@ParameterizedTest
	@CsvSource({ "root.access_keys, agreed, COMPLIANT", "root.signing_certificates, agreed, COMPLIANT",
			"root.credentials_removed, agreed, NON_COMPLIANT", "root.recent_use, agreed, COMPLIANT",
			"root.recent_use, an old report, INSUFFICIENT_DATA",
			"root.recent_use, a denied report, INSUFFICIENT_DATA" })
	void tellWhatTheyAgreeOn(String control, String account, String verdict) throws SQLException {
		assertThat(night.verdicts(control, account)).containsExactly(verdict);
	}

	@Test
	void askManagementWhereTheAdministratorIsSuspended() throws SQLException {
		assertThat(night.findings("root.centralized_management", "agreed")).singleElement()
			.asString()
			.isEqualTo("global COMPLIANT Root credentials management is on for the organization, as account "
					+ night.id("management") + " says.");
		assertThat(night.findings("root.centralized_sessions", "management")).singleElement()
			.asString()
			.startsWith("global NON_COMPLIANT");
	}

}
