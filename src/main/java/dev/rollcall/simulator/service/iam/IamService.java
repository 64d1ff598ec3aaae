package dev.rollcall.simulator.service.iam;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.simulator.service.CallHistory;
import dev.rollcall.simulator.service.FewestCalls;
import dev.rollcall.simulator.service.Paging;
import dev.rollcall.simulator.service.Paging.Cap;
import dev.rollcall.simulator.service.Paging.Page;
import dev.rollcall.simulator.service.Rate;
import dev.rollcall.simulator.service.Service;
import dev.rollcall.simulator.wire.ErrorAnswer;
import dev.rollcall.simulator.wire.Operation;
import dev.rollcall.simulator.wire.Operation.Ask;
import dev.rollcall.simulator.wire.Operation.Reply;
import dev.rollcall.simulator.wire.Protocol;
import dev.rollcall.simulator.wire.QueryProtocol;
import dev.rollcall.simulator.world.Dice;
import dev.rollcall.simulator.world.Member;
import dev.rollcall.simulator.world.Partition;
import dev.rollcall.simulator.world.Past;
import dev.rollcall.simulator.world.World;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iam.model.GenerateCredentialReportRequest;
import software.amazon.awssdk.services.iam.model.GenerateCredentialReportResponse;
import software.amazon.awssdk.services.iam.model.GetAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetAccountPasswordPolicyResponse;
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
final class IamService implements Service {

	private static final Protocol PROTOCOL = new QueryProtocol("https://iam.amazonaws.com/doc/2010-05-08/");

	private static final String GENERATE = "GenerateCredentialReport";

	private static final int LARGEST_PAGE = 1000;

	private static final Cap CAP = new Cap(LARGEST_PAGE, 100, "ValidationError");

	private static final String HEADER = "user,arn,user_creation_time,password_enabled,password_last_used,"
			+ "password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,"
			+ "access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,"
			+ "access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,"
			+ "access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,"
			+ "cert_2_active,cert_2_last_rotated";

	private final World world;

	private final Paging paging;

	private final CallHistory history;

	private final List<Operation<?>> operations;

	IamService(World world, Paging paging, CallHistory history) {
		this.world = world;
		this.paging = paging;
		this.history = history;
		this.operations = served();
	}

	private List<Operation<?>> served() {
		return List.of(Operation.named("GetAccountSummary", GetAccountSummaryRequest::builder, this::summary),
				Operation.named("GetAccountPasswordPolicy", GetAccountPasswordPolicyRequest::builder, this::passwords),
				Operation.named("ListVirtualMFADevices", ListVirtualMfaDevicesRequest::builder, this::devices),
				Operation.named(GENERATE, GenerateCredentialReportRequest::builder, this::generate),
				Operation.named("GetCredentialReport", GetCredentialReportRequest::builder, this::report), Operation
					.named("ListOrganizationsFeatures", ListOrganizationsFeaturesRequest::builder, this::features));
	}

	@Override
	public String name() {
		return "iam";
	}

	@Override
	public Reach reach() {
		return Reach.GLOBAL;
	}

	@Override
	public Protocol protocol() {
		return PROTOCOL;
	}

	@Override
	public List<Operation<?>> operations() {
		return this.operations;
	}

	@Override
	public ErrorAnswer tooOften() {
		return new ErrorAnswer(400, "Throttling", "Rate exceeded");
	}

	@Override
	public Rate assumedQuota() {
		return new Rate(10, 20);
	}

	@Override
	public String chain(String operation) {
		return operation.endsWith("CredentialReport") ? "report" : operation;
	}

	@Override
	public List<Delegation> delegations() {
		return List.of(new Delegation(World.IDENTITY, "iam.amazonaws.com"));
	}

	@Override
	public void onceCalls(FewestCalls calls) {
		calls.add(this.world.has(World.IDENTITY) ? World.IDENTITY : World.MANAGEMENT, World.GLOBAL,
				"iam:ListOrganizationsFeatures", 1);
	}

	@Override
	public void accountCalls(Member member, FewestCalls calls) {
		int position = member.position();
		calls.add(position, World.GLOBAL, "iam:GetAccountSummary", 1);
		calls.add(position, World.GLOBAL, "iam:GetAccountPasswordPolicy", 1);
		calls.paged(position, World.GLOBAL, "iam:ListVirtualMFADevices", "", 1, LARGEST_PAGE);
		calls.add(position, World.GLOBAL, "iam:" + GENERATE, 1);
		calls.add(position, World.GLOBAL, "iam:GetCredentialReport", 1);
	}

	/** Where the partition lets nobody sign in as root, there is a user and no factor. */
	private RootUser root(Member member) {
		RootUser root = this.world.of(member, RootUser.FACET);
		return this.world.partition().hasRootSignIn() ? root : root.with(Root.NO_MFA);
	}

	private Reply summary(Ask<GetAccountSummaryRequest> ask) {
		Map<String, Integer> summary = new LinkedHashMap<>(root(ask.caller().member()).root().summary());
		summary.put("Users", users(ask.caller().member()).size());
		summary.put("UsersQuota", 5000);
		summary.put("Roles", 12);
		return Reply.of(GetAccountSummaryResponse.builder().summaryMapWithStrings(summary).build());
	}

	private Reply passwords(Ask<GetAccountPasswordPolicyRequest> ask) {
		Member member = ask.caller().member();
		PasswordRules rules = this.world.of(member, PasswordRules.FACET);
		if (!rules.isSet()) {
			throw new ErrorAnswer(404, "NoSuchEntity",
					"The Password Policy with domain name " + member.id() + " cannot be found.");
		}
		return Reply.of(GetAccountPasswordPolicyResponse.builder()
			.passwordPolicy((policy) -> policy.minimumPasswordLength(rules.minimumLength())
				.requireSymbols(true)
				.requireNumbers(true)
				.requireUppercaseCharacters(true)
				.requireLowercaseCharacters(true)
				.allowUsersToChangePassword(true)
				.expirePasswords(rules.maxAgeDays() != null)
				.maxPasswordAge(rules.maxAgeDays())
				.passwordReusePrevention(rules.reusePrevention()))
			.build());
	}

	private Reply devices(Ask<ListVirtualMfaDevicesRequest> ask) {
		Member member = ask.caller().member();
		List<VirtualMFADevice> devices = new ArrayList<>();
		Root root = root(member).root();
		if (root == Root.VIRTUAL_MFA || root == Root.HALF_SAID) {
			devices.add(device(member, "root-account-mfa-device", arn(member, "root")));
		}
		users(member).forEach((user) -> devices.add(device(member, user, arn(member, "user/" + user))));
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

	private VirtualMFADevice device(Member member, String name, String user) {
		return VirtualMFADevice.builder()
			.serialNumber(arn(member, "mfa/" + name))
			.user((owner) -> owner.arn(user)
				.userId("AIDA" + name.length() + member.id())
				.path("/")
				.userName(user.endsWith(":root") ? "root" : name)
				.createDate(this.world.past().once(member.position(), user)))
			.enableDate(this.world.past().once(member.position(), name))
			.build();
	}

	private String arn(Member member, String resource) {
		return this.world.partition().arn("iam", "", member.id(), resource);
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
		if (generated(member) == 0) {
			throw new ErrorAnswer(410, "ReportNotPresent", "No report exists.");
		}
		if (isBeingMade(member)) {
			throw new ErrorAnswer(404, "ReportInProgress", "Report generation is in progress.");
		}
		StringBuilder csv = new StringBuilder(HEADER).append('\n');
		if (this.world.partition() != Partition.CHINA) {
			csv.append(rootRow(member)).append('\n');
		}
		users(member).forEach((user) -> csv.append(userRow(member, user)).append('\n'));
		return Reply.of(GetCredentialReportResponse.builder()
			.content(SdkBytes.fromUtf8String(csv.toString()))
			.reportFormat("text/csv")
			.generatedTime(this.world.past().lately(member.position(), "report"))
			.build());
	}

	/** A slow report is there when it is asked for a second time. */
	private boolean isBeingMade(Member member) {
		return root(member).slowReport() && generated(member) == 1;
	}

	private int generated(Member member) {
		return this.history.of(member.position(), World.GLOBAL, name() + ":" + GENERATE);
	}

	private String rootRow(Member member) {
		Root root = root(member).root();
		Instant used = used(member, root(member).usedDaysAgo());
		boolean signsIn = root.hasPassword() && this.world.partition().hasRootSignIn();
		String password = signsIn ? used.toString() : "no_information";
		return row("<root_account>", arn(member, "root"), member, "not_supported", password, "not_supported",
				root.hasMfa(), root.hasAccessKey(), root == Root.SIGNING_CERTIFICATE);
	}

	private Instant used(Member member, @Nullable Integer daysAgo) {
		Past past = this.world.past();
		return (daysAgo != null) ? past.daysAgo(daysAgo, Dice.of(member.position()).with("root used"))
				: past.once(member.position(), "root used");
	}

	private String userRow(Member member, String user) {
		String name = user.contains(",") ? "\"" + user + "\"" : user;
		String arn = arn(member, "user/" + user);
		return row(name, user.contains(",") ? "\"" + arn + "\"" : arn, member, "true", "no_information",
				this.world.past().once(member.position(), "changed" + user).toString(), true, false, false);
	}

	private String row(String user, String arn, Member member, String password, String passwordUsed,
			String passwordChanged, boolean mfa, boolean key, boolean certificate) {
		String keyTime = key ? this.world.past().once(member.position(), "key").toString() : "N/A";
		return String.join(",", user, arn, this.world.past().once(member.position(), "created" + user).toString(),
				password, passwordUsed, passwordChanged, "N/A", String.valueOf(mfa), String.valueOf(key), keyTime,
				keyTime, "N/A", "N/A", "false", "N/A", "N/A", "N/A", "N/A", String.valueOf(certificate), "N/A", "false",
				"N/A");
	}

	private Reply features(Ask<ListOrganizationsFeaturesRequest> ask) {
		if (!this.world.partition().hasRootSignIn()) {
			throw new ErrorAnswer(400, "InvalidAction",
					"Could not find operation ListOrganizationsFeatures for version 2010-05-08");
		}
		int position = ask.caller().member().position();
		if (position != World.MANAGEMENT && position != World.IDENTITY) {
			throw new ErrorAnswer(400, "AccountNotManagementOrDelegatedAdministratorException",
					"The account is neither the management account nor a delegated administrator for IAM.");
		}
		return Reply.of(ListOrganizationsFeaturesResponse.builder()
			.organizationId(World.ORGANIZATION)
			.enabledFeaturesWithStrings(
					this.world.of(this.world.member(World.MANAGEMENT), Centralized.FACET).features())
			.build());
	}

}
