package dev.rollcall.collect.iam;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.rollcall.account.FakeAws;
import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.account.FakeTime;
import dev.rollcall.collect.CellResult;
import dev.rollcall.collect.CellStatus;
import dev.rollcall.collect.Cells;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iam.model.AssignmentStatusType;
import software.amazon.awssdk.services.iam.model.CredentialReportExpiredException;
import software.amazon.awssdk.services.iam.model.CredentialReportNotPresentException;
import software.amazon.awssdk.services.iam.model.CredentialReportNotReadyException;
import software.amazon.awssdk.services.iam.model.GenerateCredentialReportResponse;
import software.amazon.awssdk.services.iam.model.GetAccountPasswordPolicyResponse;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryResponse;
import software.amazon.awssdk.services.iam.model.GetCredentialReportResponse;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.ListOrganizationsFeaturesResponse;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesRequest;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesResponse;
import software.amazon.awssdk.services.iam.model.ReportStateType;
import software.amazon.awssdk.services.iam.model.ServiceAccessNotEnabledException;

import static org.assertj.core.api.Assertions.assertThat;

class IamSourcesTests {

	private static final String HEADER = "user,arn,user_creation_time,password_enabled,password_last_used,"
			+ "password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,"
			+ "access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,"
			+ "access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,"
			+ "access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated\n";

	private static final String ROOT = "<root_account>,arn:aws:iam::222222222222:root,2020-01-02T03:04:05+00:00,"
			+ "not_supported,2026-06-01T00:00:00+00:00,not_supported,not_supported,true,false,N/A,N/A,N/A,N/A,"
			+ "false,N/A,N/A,N/A,N/A,false,N/A,false,N/A\n";

	private static final String REST = ":user/x,2021-01-01T00:00:00+00:00,true,no_information,"
			+ "2021-01-01T00:00:00+00:00,N/A,false,true,2022-01-01T00:00:00+00:00,2026-05-01T00:00:00+00:00,"
			+ "us-east-1,s3,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A\n";

	private static final Instant MADE = Instant.parse("2026-11-22T22:00:00Z");

	private final FakeTime time = new FakeTime();

	private final FakeAws aws = new FakeAws(this.time);

	private final Cells cells = new Cells(this.aws);

	@Test
	void readsWhatTheRootUserHas() {
		summary(Map.of("AccountMFAEnabled", 1, "AccountAccessKeysPresent", 0, "AccountPasswordPresent", 1,
				"AccountSigningCertificatesPresent", 0));
		assertThat(this.cells.evidence(new IamRootUserSource()))
			.containsExactly(new AccountSummary(true, false, true, false));
	}

	@Test
	void aKeyThatTheSummaryLacksIsUnknown() {
		summary(Map.of("AccountMFAEnabled", 0, "Users", 7));
		assertThat(this.cells.evidence(new IamRootUserSource()))
			.containsExactly(new AccountSummary(false, null, null, null));
	}

	@ParameterizedTest
	@CsvSource({ "true,90,90", "false,0,", "false,90,", "false,,", ",90,90" })
	void readsHowLongPasswordsAreValidWhereTheyExpire(@Nullable Boolean expire, @Nullable Integer said,
			@Nullable Integer days) {
		this.aws.on("iam:GetAccountPasswordPolicy",
				Answer.of(GetAccountPasswordPolicyResponse.builder()
					.passwordPolicy((policy) -> policy.expirePasswords(expire).maxPasswordAge(said))
					.build()));
		assertThat(this.cells.evidence(new IamPasswordPolicySource()))
			.containsExactly(new PasswordPolicy(null, null, null, null, null, null, days, null, null));
	}

	@Test
	void tellsTheRootUsersDeviceFromAUsers() {
		this.aws.on("iam:ListVirtualMFADevices",
				Answer.of(ListVirtualMfaDevicesResponse.builder()
					.isTruncated(false)
					.virtualMFADevices(
							(device) -> device.serialNumber("arn:aws:iam::222222222222:mfa/phone")
								.user((user) -> user.arn("arn:aws:iam::222222222222:root"))
								.enableDate(Instant.EPOCH),
							(device) -> device.serialNumber("arn:aws:iam::222222222222:mfa/root-account-mfa-device"),
							(device) -> device.serialNumber("arn:aws:iam::222222222222:mfa/anna")
								.user((user) -> user.arn("arn:aws:iam::222222222222:user/anna")))
					.build()));
		assertThat(this.cells.evidence(new IamRootMfaDevicesSource())).containsExactly(
				new VirtualMfaDevice("arn:aws:iam::222222222222:mfa/phone", "arn:aws:iam::222222222222:root", true,
						Instant.EPOCH),
				new VirtualMfaDevice("arn:aws:iam::222222222222:mfa/root-account-mfa-device", null, true, null),
				new VirtualMfaDevice("arn:aws:iam::222222222222:mfa/anna", "arn:aws:iam::222222222222:user/anna", false,
						null));
	}

	@Test
	void asksForAssignedDevicesInTheLargestPagesUntilTheLast() {
		this.aws.on("iam:ListVirtualMFADevices",
				Answer.inTurn(Answer.of(ListVirtualMfaDevicesResponse.builder().isTruncated(true).marker("2").build()),
						Answer.of(ListVirtualMfaDevicesResponse.builder()
							.isTruncated(false)
							.virtualMFADevices((device) -> device.serialNumber("arn:aws:iam::222222222222:mfa/anna"))
							.build())));
		assertThat(this.cells.evidence(new IamRootMfaDevicesSource())).hasSize(1);
		ListVirtualMfaDevicesRequest last = this.aws.calls("iam:ListVirtualMFADevices")
			.get(1)
			.request(ListVirtualMfaDevicesRequest.class);
		assertThat(last.marker()).isEqualTo("2");
		assertThat(last.maxItems()).isEqualTo(1000);
		assertThat(last.assignmentStatus()).isEqualTo(AssignmentStatusType.ASSIGNED);
	}

	/** The root user's own device may be on the page that nobody can ask for. */
	@Test
	void failsWhereTheListIsCutOffAndNothingSaysWhereItGoesOn() {
		this.aws.on("iam:ListVirtualMFADevices",
				Answer.of(ListVirtualMfaDevicesResponse.builder()
					.isTruncated(true)
					.virtualMFADevices((device) -> device.serialNumber("arn:aws:iam::222222222222:mfa/anna"))
					.build()));
		CellResult result = this.cells.read(new IamRootMfaDevicesSource());
		assertThat(result.status()).isEqualTo(CellStatus.FAILED);
		assertThat(result.rows()).isEmpty();
	}

	@Test
	void followsAMarkerOfAPageThatDoesNotSayThatItIsCutOff() {
		this.aws.on("iam:ListVirtualMFADevices",
				Answer.inTurn(Answer.of(ListVirtualMfaDevicesResponse.builder().marker("2").build()),
						Answer.of(ListVirtualMfaDevicesResponse.builder()
							.isTruncated(false)
							.virtualMFADevices((device) -> device.serialNumber("arn:aws:iam::222222222222:mfa/anna"))
							.build())));
		assertThat(this.cells.evidence(new IamRootMfaDevicesSource())).hasSize(1);
	}

	@Test
	void readsNoDevicesFromAnAnswerThatDoesNotSayWhetherItGoesOn() {
		this.aws.on("iam:ListVirtualMFADevices", Answer.of(ListVirtualMfaDevicesResponse.builder().build()));
		CellResult result = this.cells.read(new IamRootMfaDevicesSource());
		assertThat(result.status()).isEqualTo(CellStatus.READ);
		assertThat(result.rows()).isEmpty();
	}

	@Test
	void readsTheCredentialReport() {
		report(HEADER + ROOT + "anna,arn:aws:iam::222222222222" + REST);
		assertThat(this.cells.evidence(new IamCredentialReportSource())).containsExactly(
				new Credential("<root_account>", "arn:aws:iam::222222222222:root", true,
						Instant.parse("2020-01-02T03:04:05Z"), null, Instant.parse("2026-06-01T00:00:00Z"), null, true,
						false, null, null, false, null, null, false, false, MADE),
				new Credential("anna", "arn:aws:iam::222222222222:user/x", false, Instant.parse("2021-01-01T00:00:00Z"),
						true, null, Instant.parse("2021-01-01T00:00:00Z"), false, true,
						Instant.parse("2022-01-01T00:00:00Z"), Instant.parse("2026-05-01T00:00:00Z"), false, null, null,
						false, false, MADE));
		assertThat(this.time.parked()).isEmpty();
	}

	@Test
	void readsUsersWhoseNamesHoldCommas() {
		report(HEADER + ROOT + "a,b,arn:aws:iam::222222222222:user/a,b" + REST.substring(":user/x".length()));
		assertThat(this.cells.evidence(new IamCredentialReportSource())).last()
			.isInstanceOfSatisfying(Credential.class, (credential) -> {
				assertThat(credential.user()).isEqualTo("a,b");
				assertThat(credential.arn()).isEqualTo("arn:aws:iam::222222222222:user/a,b");
				assertThat(credential.passwordEnabled()).isTrue();
				assertThat(credential.mfaActive()).isFalse();
			});
	}

	@Test
	void looksAgainUntilTheReportIsMade() {
		this.aws.on("iam:GenerateCredentialReport", Answer.inTurn(state(ReportStateType.STARTED),
				state(ReportStateType.INPROGRESS), state(ReportStateType.INPROGRESS), state(ReportStateType.COMPLETE)));
		this.aws.on("iam:GetCredentialReport", Answer.inTurn(
				Answer.failing(CredentialReportNotReadyException.builder().statusCode(404).message("wait").build()),
				Answer.failing(CredentialReportNotPresentException.builder().statusCode(410).message("none").build()),
				Answer.failing(CredentialReportExpiredException.builder().statusCode(410).message("old").build()),
				content(HEADER + ROOT)));
		CellResult result = this.cells.read(new IamCredentialReportSource());
		assertThat(result.status()).isEqualTo(CellStatus.READ);
		assertThat(result.rows()).hasSize(1);
		assertThat(this.time.parked()).hasSize(6).containsOnly(Duration.ofSeconds(2));
	}

	@Test
	void aReportThatIsNeverMadeFails() {
		this.aws.on("iam:GenerateCredentialReport", state(ReportStateType.COMPLETE));
		this.aws.on("iam:GetCredentialReport",
				Answer.failing(CredentialReportNotReadyException.builder().statusCode(404).message("wait").build()));
		CellResult result = this.cells.read(new IamCredentialReportSource());
		assertThat(result.status()).isEqualTo(CellStatus.FAILED);
		assertThat(this.aws.calls("iam:GetCredentialReport")).hasSize(60);
	}

	@Test
	void aReportWithoutTheRootUserFails() {
		report(HEADER + "anna,arn:aws:iam::222222222222" + REST);
		CellResult result = this.cells.read(new IamCredentialReportSource());
		assertThat(result.status()).isEqualTo(CellStatus.FAILED);
		assertThat(result.rows()).isEmpty();
		assertThat(result.failure()).isNotNull()
			.satisfies((failure) -> assertThat(failure.message())
				.isEqualTo("The credential report has no row <root_account>"));
	}

	/** China's have none. */
	@ParameterizedTest
	@ValueSource(strings = { "cn-north-1", "us-gov-west-1" })
	void aReportWithoutTheRootUserIsReadInPartitionsWithoutOne(String region) {
		report(HEADER + "anna,arn:aws-cn:iam::222222222222" + REST);
		CellResult result = this.cells.home(region).read(new IamCredentialReportSource());
		assertThat(result.status()).isEqualTo(CellStatus.READ);
		assertThat(result.evidence(Credential.class)).extracting(Credential::root).containsExactly(false);
	}

	@Test
	void rootAccessIsNotCentralizedWhereIamDoesNotKnowTheQuestion() {
		this.aws.on("iam:ListOrganizationsFeatures",
				Answer.failing(IamException.builder()
					.statusCode(400)
					.awsErrorDetails(AwsErrorDetails.builder().errorCode("InvalidAction").build())
					.build()));
		assertThat(this.cells.read(new IamCentralizedRootSource()).status()).isEqualTo(CellStatus.FAILED);
		assertThat(this.cells.home("us-gov-west-1").read(new IamCentralizedRootSource()).status())
			.isEqualTo(CellStatus.NOT_ENABLED);
	}

	@Test
	void aDeviceIsTheRootUsersByItsOwnerOrItsName() {
		this.aws
			.on("iam:ListVirtualMFADevices",
					Answer.of(ListVirtualMfaDevicesResponse.builder()
						.isTruncated(false)
						.virtualMFADevices((device) -> device
							.serialNumber("arn:aws-cn:iam::222222222222:mfa/root-account-mfa-device")
							.user((user) -> user.arn("arn:aws-cn:iam::222222222222:user/anna")))
						.build()));
		assertThat(this.cells.evidence(new IamRootMfaDevicesSource())).singleElement()
			.isInstanceOfSatisfying(VirtualMfaDevice.class, (device) -> assertThat(device.root()).isTrue());
	}

	@Test
	void whatIsNoReportFails() {
		report("");
		assertThat(this.cells.read(new IamCredentialReportSource()).status()).isEqualTo(CellStatus.FAILED);
		report("<html></html>");
		assertThat(this.cells.read(new IamCredentialReportSource()).status()).isEqualTo(CellStatus.FAILED);
		report(HEADER + "<root_account>,arn:aws:iam::222222222222:root,2020");
		assertThat(this.cells.read(new IamCredentialReportSource()).status()).isEqualTo(CellStatus.FAILED);
	}

	@Test
	void readsWhatOfRootAccessIsCentralized() {
		this.aws.on("iam:ListOrganizationsFeatures",
				Answer.of(ListOrganizationsFeaturesResponse.builder()
					.organizationId("o-a1b2c3d4e5")
					.enabledFeaturesWithStrings("RootCredentialsManagement", "Newer")
					.build()));
		assertThat(this.cells.evidence(new IamCentralizedRootSource())).containsExactly(
				new CentralizedRoot("o-a1b2c3d4e5", true, false, List.of("RootCredentialsManagement", "Newer")));
	}

	@Test
	void rootAccessIsNotCentralizedWhereIamIsNotTrusted() {
		this.aws.on("iam:ListOrganizationsFeatures",
				Answer.failing(ServiceAccessNotEnabledException.builder().statusCode(400).message("off").build()));
		assertThat(this.cells.read(new IamCentralizedRootSource()).status()).isEqualTo(CellStatus.NOT_ENABLED);
	}

	private void summary(Map<String, Integer> summary) {
		this.aws.on("iam:GetAccountSummary",
				Answer.of(GetAccountSummaryResponse.builder().summaryMapWithStrings(summary).build()));
	}

	private void report(String csv) {
		this.aws.on("iam:GenerateCredentialReport", state(ReportStateType.COMPLETE));
		this.aws.on("iam:GetCredentialReport", content(csv));
	}

	private static Answer state(ReportStateType state) {
		return Answer.of(GenerateCredentialReportResponse.builder().state(state).build());
	}

	private static Answer content(String csv) {
		return Answer.of(GetCredentialReportResponse.builder()
			.content(SdkBytes.fromUtf8String(csv))
			.generatedTime(MADE)
			.build());
	}

}
