package dev.rollcall.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import dev.rollcall.account.FakeAws;
import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.account.FakeAws.Call;
import dev.rollcall.account.FakeTime;
import dev.rollcall.collect.Cells;
import dev.rollcall.collect.FakeOrganization;
import dev.rollcall.collect.GuardSources;
import dev.rollcall.collect.TargetSources;
import software.amazon.awssdk.services.accessanalyzer.model.ListAnalyzersResponse;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusResponse;
import software.amazon.awssdk.services.config.model.DescribeConfigurationRecordersResponse;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryResponse;
import software.amazon.awssdk.services.organizations.model.Account;
import software.amazon.awssdk.services.organizations.model.DescribeOrganizationResponse;
import software.amazon.awssdk.services.organizations.model.ListAccountsForParentResponse;
import software.amazon.awssdk.services.organizations.model.ListAccountsResponse;
import software.amazon.awssdk.services.organizations.model.ListOrganizationalUnitsForParentResponse;
import software.amazon.awssdk.services.organizations.model.ListRootsResponse;

/**
 * A small organization and what goes wrong in it, drawn from a seed: the same for every
 * launch, so that every whole night over it sees the same.
 */
final class SimulatedWorld {

	private static final List<String> MEMBERS = List.of(Cells.MANAGEMENT, Cells.MEMBER, Cells.OTHER, "444444444444",
			"555555555555", "666666666666");

	/** What may go wrong, each called by every active account of the organization. */
	private static final List<String> OPERATIONS = List.of("account:ListRegions", "iam:GetAccountSummary",
			"iam:ListVirtualMFADevices", "iam:GetCredentialReport", "access-analyzer:ListAnalyzers",
			"access-analyzer:ListFindings", "config:DescribeConfigurationRecorders", "config:DescribeDeliveryChannels",
			"config:DescribeConfigRules", "config:GetComplianceDetailsByConfigRule", "cloudtrail:DescribeTrails",
			"cloudtrail:GetTrailStatus");

	private static final String KEY = "arn:aws:kms:us-east-1:" + Cells.OTHER + ":key/k";

	/** What the accounts' trails deliver to, and who owns it; one thing nobody does. */
	private static final Map<String, String> TRAILS = Map.of(Cells.MANAGEMENT, "shared " + KEY, Cells.MEMBER,
			"shared " + KEY, Cells.OTHER, "own", "444444444444", "lost", "555555555555", "far");

	private static final Map<String, String> BUCKETS = Map.of("shared", Cells.MEMBER, "own", Cells.OTHER, "far",
			TargetSources.ARCHIVE);

	private final long seed;

	private final List<String> accounts;

	private final List<String> suspended = new ArrayList<>();

	private final List<String> regions;

	private final boolean regionsGiven;

	private final Consumer<FakeAws> more;

	SimulatedWorld(long seed) {
		this(seed, true, (aws) -> {
		});
	}

	private SimulatedWorld(long seed, boolean regionsGiven, Consumer<FakeAws> more) {
		this.seed = seed;
		this.regionsGiven = regionsGiven;
		this.more = more;
		Random random = new Random(seed);
		this.accounts = MEMBERS.subList(0, 2 + random.nextInt(MEMBERS.size() - 1));
		this.regions = (random.nextInt(3) == 0) ? List.of("eu-west-1") : List.of("eu-west-1", "us-east-1");
		this.accounts.stream().skip(3).filter((account) -> random.nextInt(4) == 0).forEach(this.suspended::add);
	}

	/** The same, where more goes wrong. */
	SimulatedWorld with(Consumer<FakeAws> wrong) {
		return new SimulatedWorld(this.seed, this.regionsGiven, wrong);
	}

	/** The same, where nobody names the night's Regions: accounts do. */
	SimulatedWorld withOwnRegions() {
		return new SimulatedWorld(this.seed, false, this.more);
	}

	/** Whether people have named the night's Regions. */
	boolean regionsGiven() {
		return this.regionsGiven;
	}

	/** Whether nothing goes wrong, and every account is asked. */
	boolean isWell() {
		Random random = new Random(this.seed + 1);
		this.accounts.forEach((account) -> vary(new FakeAws(new FakeTime()), account, random));
		return this.suspended.isEmpty() && random.nextInt(4) == 0;
	}

	List<String> accounts() {
		return this.accounts;
	}

	List<String> regions() {
		return this.regions;
	}

	/** AWS as a launch meets it; every launch meets the same. */
	FakeAws aws() {
		FakeAws aws = TargetSources.in(GuardSources.in(FakeOrganization.in(new FakeAws(new FakeTime()))), TRAILS,
				BUCKETS);
		organization(aws);
		Random random = new Random(this.seed + 1);
		for (String account : this.accounts) {
			vary(aws, account, random);
		}
		for (int i = random.nextInt(4); i > 0; i--) {
			fail(aws, random);
		}
		this.more.accept(aws);
		return aws;
	}

	private void organization(FakeAws aws) {
		aws.on("organizations:DescribeOrganization",
				Answer.of(DescribeOrganizationResponse.builder()
					.organization((organization) -> organization.id("o-a1b2c3d4e5").masterAccountId(Cells.MANAGEMENT))
					.build()));
		aws.on("organizations:ListRoots",
				Answer.of(ListRootsResponse.builder().roots((root) -> root.id("r-1").name("Root")).build()));
		aws.on("organizations:ListOrganizationalUnitsForParent",
				Answer.of(ListOrganizationalUnitsForParentResponse.builder().build()));
		List<Account> roster = this.accounts.stream().map(this::account).toList();
		aws.on("organizations:ListAccounts", Answer.of(ListAccountsResponse.builder().accounts(roster).build()));
		aws.on("organizations:ListAccountsForParent",
				Answer.of(ListAccountsForParentResponse.builder().accounts(roster).build()));
	}

	private Account account(String id) {
		return Account.builder()
			.id(id)
			.name("name of " + id)
			.state(this.suspended.contains(id) ? "SUSPENDED" : "ACTIVE")
			.build();
	}

	private static void vary(FakeAws aws, String account, Random random) {
		if (random.nextBoolean()) {
			aws.on(account, FakeAws.ANY, "iam:GetAccountSummary", Answer
				.of(GetAccountSummaryResponse.builder().summaryMapWithStrings(Map.of("AccountMFAEnabled", 0)).build()));
		}
		if (random.nextInt(3) == 0) {
			aws.on(account, FakeAws.ANY, "config:DescribeConfigurationRecorders",
					Answer.of(DescribeConfigurationRecordersResponse.builder().build()));
		}
		if (random.nextInt(3) == 0) {
			aws.on(account, FakeAws.ANY, "access-analyzer:ListAnalyzers",
					Answer.of(ListAnalyzersResponse.builder().build()));
		}
		if (random.nextInt(3) == 0) {
			aws.on(account, FakeAws.ANY, "cloudtrail:GetTrailStatus",
					Answer.of(GetTrailStatusResponse.builder().isLogging(false).build()));
		}
	}

	/** One operation goes wrong in one account, or the account lets nobody in. */
	private void fail(FakeAws aws, Random random) {
		String account = this.accounts.get(random.nextInt(this.accounts.size()));
		String operation = OPERATIONS.get(random.nextInt(OPERATIONS.size()));
		String region = random.nextBoolean() ? FakeAws.ANY : this.regions.get(0);
		Answer otherwise = (call) -> FakeOrganization.in(new FakeAws(new FakeTime())).answerOf(call);
		switch (random.nextInt(7)) {
			case 0 ->
				aws.on(account, region, operation, Answer.refusing(403, "AccessDeniedException", "not authorized"));
			case 1 -> aws.on(account, region, operation, Answer.refusing(403, "AccessDeniedException",
					"not authorized with an explicit deny in a service control policy"));
			case 2 -> aws.on(account, region, operation,
					first(2, Answer.refusing(400, "ThrottlingException", "Rate exceeded"), otherwise));
			case 3 -> aws.on(account, region, operation, Answer.refusing(400, "ThrottlingException", "Rate exceeded"));
			case 4 -> aws.on(account, region, operation,
					first(1, Answer.refusing(500, "InternalFailure", "try again"), otherwise));
			case 5 ->
				aws.on(account, region, operation, Answer.failing(FakeAws.broken(new IOException("connection reset"))));
			default -> aws.on(FakeAws.OWN, FakeAws.ANY, "sts:AssumeRole",
					(call) -> isInto(account, call)
							? Answer.refusing(403, "AccessDenied", "not authorized to assume the role").to(call)
							: aws.letIn(call));
		}
	}

	private static boolean isInto(String account, Call call) {
		return call.request().toString().contains(":" + account + ":");
	}

	/** The first calls are answered otherwise than those behind them. */
	private static Answer first(int count, Answer answer, Answer then) {
		AtomicInteger calls = new AtomicInteger();
		return (call) -> (calls.getAndIncrement() < count) ? answer.to(call) : then.to(call);
	}

}
