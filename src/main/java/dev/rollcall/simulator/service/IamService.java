package dev.rollcall.simulator.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.simulator.service.Paging.Cap;
import dev.rollcall.simulator.service.Paging.Page;
import dev.rollcall.simulator.wire.ErrorAnswer;
import dev.rollcall.simulator.wire.Operation;
import dev.rollcall.simulator.wire.Operation.Ask;
import dev.rollcall.simulator.wire.Operation.Reply;
import dev.rollcall.simulator.wire.QueryProtocol;
import dev.rollcall.simulator.world.Dice;
import dev.rollcall.simulator.world.Member;
import dev.rollcall.simulator.world.Root;
import dev.rollcall.simulator.world.World;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iam.model.GenerateCredentialReportRequest;
import software.amazon.awssdk.services.iam.model.GenerateCredentialReportResponse;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryRequest;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryResponse;
import software.amazon.awssdk.services.iam.model.GetCredentialReportRequest;
import software.amazon.awssdk.services.iam.model.GetCredentialReportResponse;
import software.amazon.awssdk.services.iam.model.ListOrganizationsFeaturesRequest;
import software.amazon.awssdk.services.iam.model.ListOrganizationsFeaturesResponse;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesRequest;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesResponse;
import software.amazon.awssdk.services.iam.model.VirtualMFADevice;

/** IAM: the root user of an account, and centralized root access. */
final class IamService {

	private static final Cap CAP = new Cap(1000, 100, "ValidationError");

	private static final String HEADER = "user,arn,user_creation_time,password_enabled,password_last_used,"
			+ "password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,"
			+ "access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,"
			+ "access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,"
			+ "access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,"
			+ "cert_2_active,cert_2_last_rotated";

	private final World world;

	private final Paging paging;

	private final Reports reports;

	private IamService(World world, Paging paging, Reports reports) {
		this.world = world;
		this.paging = paging;
		this.reports = reports;
	}

	static Service of(World world, Paging paging, Reports reports) {
		IamService service = new IamService(world, paging, reports);
		return new Service("iam", false, new QueryProtocol("https://iam.amazonaws.com/doc/2010-05-08/"), List.of(
				Operation.named("GetAccountSummary", GetAccountSummaryRequest::builder, service::summary),
				Operation.named("ListVirtualMFADevices", ListVirtualMfaDevicesRequest::builder, service::devices),
				Operation.named("GenerateCredentialReport", GenerateCredentialReportRequest::builder,
						service::generate),
				Operation.named("GetCredentialReport", GetCredentialReportRequest::builder, service::report), Operation
					.named("ListOrganizationsFeatures", ListOrganizationsFeaturesRequest::builder, service::features)));
	}

	private Reply summary(Ask<GetAccountSummaryRequest> ask) {
		Map<String, Integer> summary = new LinkedHashMap<>(ask.caller().member().root().summary());
		summary.put("Users", users(ask.caller().member()).size());
		summary.put("UsersQuota", 5000);
		summary.put("Roles", 12);
		return Reply.of(GetAccountSummaryResponse.builder().summaryMapWithStrings(summary).build());
	}

	private Reply devices(Ask<ListVirtualMfaDevicesRequest> ask) {
		Member member = ask.caller().member();
		List<VirtualMFADevice> devices = new ArrayList<>();
		if (member.root() == Root.VIRTUAL_MFA || member.root() == Root.HALF_SAID) {
			devices.add(device(member, "root-account-mfa-device", "arn:aws:iam::" + member.id() + ":root"));
		}
		users(member)
			.forEach((user) -> devices.add(device(member, user, "arn:aws:iam::" + member.id() + ":user/" + user)));
		if ("Unassigned".equals(ask.request().assignmentStatusAsString())) {
			devices.clear();
		}
		Page<VirtualMFADevice> page = this.paging.page(ask.caller(), "ListVirtualMFADevices", "", devices.size(),
				devices::get, ask.request().marker(), ask.request().maxItems(), CAP, "ValidationError");
		return Reply.of(ListVirtualMfaDevicesResponse.builder()
			.virtualMFADevices(page.items())
			.isTruncated(page.next() != null)
			.marker(page.next())
			.build());
	}

	private static VirtualMFADevice device(Member member, String name, String user) {
		return VirtualMFADevice.builder()
			.serialNumber("arn:aws:iam::" + member.id() + ":mfa/" + name)
			.user((owner) -> owner.arn(user)
				.userId("AIDA" + name.length() + member.id())
				.path("/")
				.userName(user.endsWith(":root") ? "root" : name)
				.createDate(Times.of(member.position(), user)))
			.enableDate(Times.of(member.position(), name))
			.build();
	}

	/** Some accounts have users left, one of them with a comma in the name. */
	private static List<String> users(Member member) {
		return Dice.of(member.position()).with("users").percent(30) ? List.of("breakglass", "tanaka,taro") : List.of();
	}

	private Reply generate(Ask<GenerateCredentialReportRequest> ask) {
		Member member = ask.caller().member();
		boolean started = isBeingMade(member);
		return Reply.of(GenerateCredentialReportResponse.builder()
			.state(started ? "STARTED" : "COMPLETE")
			.description(started ? "No report exists. Starting a new report generation task" : null)
			.build());
	}

	private Reply report(Ask<GetCredentialReportRequest> ask) {
		Member member = ask.caller().member();
		if (this.reports.generated(member.position()) == 0) {
			throw new ErrorAnswer(410, "ReportNotPresent", "No report exists.");
		}
		if (isBeingMade(member)) {
			throw new ErrorAnswer(404, "ReportInProgress", "Report generation is in progress.");
		}
		StringBuilder csv = new StringBuilder(HEADER).append('\n').append(rootRow(member)).append('\n');
		users(member).forEach((user) -> csv.append(userRow(member, user)).append('\n'));
		return Reply.of(GetCredentialReportResponse.builder()
			.content(SdkBytes.fromUtf8String(csv.toString()))
			.reportFormat("text/csv")
			.generatedTime(Times.of(member.position(), "report"))
			.build());
	}

	/** A slow report is there when it is asked for a second time. */
	private boolean isBeingMade(Member member) {
		return member.slowReport() && this.reports.generated(member.position()) == 1;
	}

	private static String rootRow(Member member) {
		Root root = member.root();
		Instant used = Times.of(member.position(), "root used");
		String password = root.hasPassword() ? used.toString() : "no_information";
		return row("<root_account>", "arn:aws:iam::" + member.id() + ":root", member, "not_supported", password,
				"not_supported", root.hasMfa(), root.hasAccessKey());
	}

	private static String userRow(Member member, String user) {
		String name = user.contains(",") ? "\"" + user + "\"" : user;
		String arn = "arn:aws:iam::" + member.id() + ":user/" + user;
		return row(name, user.contains(",") ? "\"" + arn + "\"" : arn, member, "true", "no_information",
				Times.of(member.position(), "changed" + user).toString(), true, false);
	}

	private static String row(String user, String arn, Member member, String password, String passwordUsed,
			String passwordChanged, boolean mfa, boolean key) {
		String keyTime = key ? Times.of(member.position(), "key").toString() : "N/A";
		return String.join(",", user, arn, Times.of(member.position(), "created" + user).toString(), password,
				passwordUsed, passwordChanged, "N/A", String.valueOf(mfa), String.valueOf(key), keyTime, keyTime, "N/A",
				"N/A", "false", "N/A", "N/A", "N/A", "N/A", "false", "N/A", "false", "N/A");
	}

	private Reply features(Ask<ListOrganizationsFeaturesRequest> ask) {
		int position = ask.caller().member().position();
		if (position != World.MANAGEMENT && position != World.IDENTITY) {
			throw new ErrorAnswer(400, "AccountNotManagementOrDelegatedAdministratorException",
					"The account is neither the management account nor a delegated administrator for IAM.");
		}
		return Reply.of(ListOrganizationsFeaturesResponse.builder()
			.organizationId(World.ORGANIZATION)
			.enabledFeaturesWithStrings("RootCredentialsManagement", "RootSessions")
			.build());
	}

}
