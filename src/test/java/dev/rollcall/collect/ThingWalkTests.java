package dev.rollcall.collect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.FakeAws;
import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.account.FakeAws.Call;
import dev.rollcall.account.FakeTime;
import dev.rollcall.collect.TargetSources.TargetBucket;
import dev.rollcall.collect.TargetSources.TargetKey;
import dev.rollcall.collect.cloudtrail.ManagementEvents;
import dev.rollcall.collect.cloudtrail.Trail;
import dev.rollcall.organization.Account;
import dev.rollcall.organization.AccountState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** Questions about things that accounts' evidence names: whom they are asked of. */
class ThingWalkTests {

	private static final Executor SAME_THREAD = Runnable::run;

	private static final String KEY = "arn:aws:kms:us-west-2:" + Cells.OTHER + ":key/k";

	/** The account that owns each bucket. */
	private final Map<String, String> buckets = new LinkedHashMap<>();

	private final FakeAws aws = TargetSources.in(FakeOrganization.in(new FakeAws(new FakeTime())), Map.of(),
			this.buckets);

	private final Cells cells = new Cells(this.aws).accounts(Cells.active(Cells.MANAGEMENT), Cells.active(Cells.MEMBER),
			Cells.active(Cells.OTHER), Cells.active(TargetSources.ARCHIVE));

	private DistinctSource source = TargetSources.buckets();

	@Test
	void whatManyRowsNameIsOneCellAtItsOwnerAskedOnce() {
		this.buckets.put("logs", Cells.MEMBER);
		CellResult cell = only(ask(trail(Cells.MEMBER, "logs"), trail(Cells.OTHER, "logs")));
		assertThat(cell.cell())
			.isEqualTo(new Cell(new AccountId(Cells.MEMBER), "global", "target-bucket", TargetSources.arn("logs")));
		assertThat(cell.status()).isEqualTo(CellStatus.READ);
		assertThat(cell.evidence(TargetBucket.class))
			.containsExactly(new TargetBucket(TargetSources.arn("logs"), new AccountId(Cells.MEMBER), true));
		assertThat(this.aws.calls(TargetSources.OF_BUCKETS)).hasSize(1);
	}

	@Test
	void asksTheAccountsThatMayOwnItInTurnAndCountsAllCalls() {
		this.buckets.put("logs", TargetSources.ARCHIVE);
		CellResult cell = only(ask(trail(Cells.MEMBER, "logs")));
		assertThat(cell.cell().account().value()).isEqualTo(TargetSources.ARCHIVE);
		assertThat(cell.status()).isEqualTo(CellStatus.READ);
		assertThat(cell.calls()).isEqualTo(2);
		assertThat(accounts(TargetSources.OF_BUCKETS)).containsExactly(Cells.MEMBER, TargetSources.ARCHIVE);
		assertThat(this.aws.calls(TargetSources.OF_LISTS)).isEmpty();
	}

	@Test
	void looksForAnOwnerWhereNobodyElseIsAndStopsWhenAllAreFound() {
		this.buckets.put("logs", Cells.MANAGEMENT);
		CellResult cell = only(ask(trail(Cells.MEMBER, "logs")));
		assertThat(cell.cell().account().value()).isEqualTo(Cells.MANAGEMENT);
		assertThat(cell.status()).isEqualTo(CellStatus.READ);
		assertThat(cell.calls()).isEqualTo(4);
		assertThat(accounts(TargetSources.OF_LISTS)).containsExactly(Cells.MANAGEMENT);
		assertThat(accounts(TargetSources.OF_BUCKETS)).containsExactly(Cells.MEMBER, TargetSources.ARCHIVE,
				Cells.MANAGEMENT);
	}

	@Test
	void whatNobodyOwnsIsAGapAtTheAccountThatNamedIt() {
		this.aws.on(Cells.OTHER, FakeAws.ANY, TargetSources.OF_LISTS,
				Answer.refusing(403, "AccessDeniedException", "not authorized"));
		List<CellResult> results = ask(trail(Cells.MEMBER, "lost"), trail(Cells.OTHER, "lost"),
				trail(Cells.OTHER, "lost-too"));
		assertThat(results).allSatisfy((cell) -> {
			assertThat(cell.status()).isEqualTo(CellStatus.FAILED);
			assertThat(cell.failure()).isNotNull().satisfies((failure) -> {
				assertThat(failure.errorCode()).isEqualTo("OWNER_UNKNOWN");
				assertThat(failure.message()).contains(Cells.OTHER, TargetSources.ARCHIVE)
					.endsWith("; no account lists it, and 1 did not say what they own: " + TargetSources.OF_LISTS
							+ " AccessDeniedException by UNKNOWN 1");
			});
		})
			.extracting((cell) -> cell.cell().account() + " " + cell.cell().resourceId() + " " + cell.calls())
			.containsExactlyInAnyOrder(Cells.MEMBER + " arn:aws:s3:::lost 7", Cells.OTHER + " arn:aws:s3:::lost-too 2");
		assertThat(accounts(TargetSources.OF_LISTS)).hasSize(4).doesNotHaveDuplicates();
	}

	@Test
	void anOwnerThatIsNotOnTheRosterIsNotEntered() {
		this.source = TargetSources.keys();
		CellResult cell = only(ask(key(Cells.MEMBER, KEY.replace(Cells.OTHER, "777777777777"))));
		assertThat(cell.cell().account().value()).isEqualTo(Cells.MEMBER);
		assertThat(cell.failure()).isNotNull().satisfies((failure) -> {
			assertThat(failure.errorCode()).isEqualTo("OWNER_UNKNOWN");
			assertThat(failure.message())
				.endsWith("key/k: No account that may own it is on the roster: [777777777777]");
		});
		assertThat(this.aws.calls("sts:AssumeRole")).isEmpty();
	}

	@Test
	void aThingIsAskedAboutInItsRegionThoughTheNightAsksOthers() {
		this.source = TargetSources.keys();
		CellResult cell = only(ask(key(Cells.MEMBER, KEY)));
		assertThat(cell.cell()).isEqualTo(new Cell(new AccountId(Cells.OTHER), "us-west-2", "target-key", KEY));
		assertThat(cell.evidence(TargetKey.class)).containsExactly(new TargetKey(KEY, "us-west-2"));
		assertThat(cell.rows()).extracting(EvidenceRow::region).containsExactly("us-west-2");
	}

	@Test
	void anOwnerThatIsNotActiveIsNotCalled() {
		this.source = TargetSources.keys();
		this.cells.accounts(Cells.active(Cells.MEMBER), Cells.account(Cells.OTHER, AccountState.SUSPENDED));
		CellResult cell = only(ask(key(Cells.MEMBER, KEY)));
		assertThat(cell.cell().account().value()).isEqualTo(Cells.OTHER);
		assertThat(cell.status()).isEqualTo(CellStatus.ACCOUNT_NOT_ACTIVE);
		assertThat(this.aws.calls(TargetSources.OF_KEYS)).isEmpty();
	}

	@Test
	void whatMayBelongToAnAccountThatIsNotActiveIsUnknown() {
		this.cells.accounts(Cells.active(Cells.MEMBER), Cells.account(TargetSources.ARCHIVE, AccountState.SUSPENDED));
		CellResult cell = only(ask(trail(Cells.MEMBER, "logs")));
		assertThat(cell.cell().account().value()).isEqualTo(Cells.MEMBER);
		assertThat(cell.failure()).isNotNull()
			.satisfies((failure) -> assertThat(failure.errorCode()).isEqualTo("OWNER_UNKNOWN"));
	}

	@Test
	void whatMayBelongToOneAccountAloneThatIsNotActiveMayBeAnothers() {
		this.cells.accounts(Cells.active(Cells.MEMBER), Cells.account(TargetSources.ARCHIVE, AccountState.SUSPENDED));
		CellResult cell = only(ask(trail(TargetSources.ARCHIVE, "logs")));
		assertThat(cell.status()).isEqualTo(CellStatus.FAILED);
		this.buckets.put("logs", Cells.MEMBER);
		assertThat(only(ask(trail(TargetSources.ARCHIVE, "logs"))).cell().account().value()).isEqualTo(Cells.MEMBER);
	}

	@Test
	void whatBelongsToAnAccountThatIsLeftOutIsLeftOut() {
		this.cells.without(new Exclusions(Set.of(new AccountId(TargetSources.ARCHIVE)), Set.of(), Set.of()));
		CellResult cell = only(ask(trail(Cells.MEMBER, "logs")));
		assertThat(cell.cell().account().value()).isEqualTo(TargetSources.ARCHIVE);
		assertThat(cell.status()).isEqualTo(CellStatus.EXCLUDED);
		assertThat(cell.calls()).isOne();
		this.buckets.put("logs", Cells.MEMBER);
		assertThat(only(ask(trail(Cells.MEMBER, "logs"))).status()).isEqualTo(CellStatus.READ);
	}

	@Test
	void aSourceThatIsLeftOutHasItsCellsAllTheSame() {
		this.cells.without(new Exclusions(Set.of(), Set.of(), Set.of("target-bucket", "target-key")));
		assertThat(ask(trail(Cells.MEMBER, "logs"), trail(Cells.OTHER, "more"))).hasSize(2)
			.extracting(CellResult::status)
			.containsOnly(CellStatus.EXCLUDED);
		this.source = TargetSources.keys();
		assertThat(only(ask(key(Cells.MEMBER, KEY.replace(Cells.OTHER, "777777777777")))).status())
			.isEqualTo(CellStatus.EXCLUDED);
		assertThat(this.aws.calls()).extracting(Call::operation).containsOnly("sts:GetCallerIdentity");
	}

	@Test
	void anOwnerThatCannotBeAskedIsAGapAtItself() {
		this.aws.on("sts:AssumeRole", (call) -> {
			if (call.request().toString().contains(Cells.MEMBER)) {
				throw FakeAws.refusal(403, "AccessDenied", "not authorized to perform: sts:AssumeRole");
			}
			return this.aws.letIn(call);
		});
		CellResult cell = only(ask(trail(Cells.MEMBER, "logs")));
		assertThat(cell.cell().account().value()).isEqualTo(Cells.MEMBER);
		assertThat(cell.status()).isEqualTo(CellStatus.DENIED);
		assertThat(this.aws.calls(TargetSources.OF_LISTS)).isEmpty();
		this.buckets.put("logs", TargetSources.ARCHIVE);
		assertThat(only(ask(trail(Cells.MEMBER, "logs"))).status()).isEqualTo(CellStatus.READ);
	}

	@Test
	void aDisabledRegionOfAThingIsAGap() {
		this.source = TargetSources.keys();
		this.aws.on(TargetSources.OF_KEYS, Answer.refusing(403, "OptInRequired", "not subscribed"));
		assertThat(only(ask(key(Cells.MEMBER, KEY))).status()).isEqualTo(CellStatus.FAILED);
	}

	@Test
	void whatNobodyUnderstandsIsAGapWhereItWasNamed() {
		this.source = TargetSources.keys();
		CellResult cell = only(ask(key(Cells.MEMBER, "alias/logs")));
		assertThat(cell.cell()).isEqualTo(new Cell(new AccountId(Cells.MEMBER), "global", "target-key",
				"cloudtrail/" + Cells.MEMBER + "/eu-west-1"));
		assertThat(cell.status()).isEqualTo(CellStatus.FAILED);
	}

	@Test
	void anAccountIsEnteredOnceForAllThatItOwns() {
		this.buckets.putAll(Map.of("a", Cells.MEMBER, "b", Cells.MEMBER, "c", Cells.MEMBER));
		List<CellResult> results = ask(trail(Cells.MEMBER, "a"), trail(Cells.MEMBER, "b"), trail(Cells.MEMBER, "c"));
		assertThat(results).hasSize(3).extracting(CellResult::status).containsOnly(CellStatus.READ);
		assertThat(results).extracting((cell) -> cell.evidence(TargetBucket.class).get(0).arn())
			.containsExactlyInAnyOrder("arn:aws:s3:::a", "arn:aws:s3:::b", "arn:aws:s3:::c");
		assertThat(this.aws.calls("sts:AssumeRole")).hasSize(1);
	}

	@Test
	void anAccountIsEnteredOnceForAllThatAreAskedThere() {
		this.buckets.put("logs", Cells.OTHER);
		NamedThings named = new NamedThings(this.source, this.cells.night());
		named.add(trail(Cells.OTHER, "logs"));
		NamedThings keys = new NamedThings(TargetSources.keys(), this.cells.night());
		keys.add(key(Cells.MEMBER, KEY));
		List<CellResult> results = new ArrayList<>();
		this.cells.collecting(SAME_THREAD, 1).askAbout(List.of(named, keys), results::add);
		assertThat(results).hasSize(2).extracting(CellResult::status).containsOnly(CellStatus.READ);
		assertThat(this.aws.calls("sts:AssumeRole")).hasSize(1);
	}

	@Test
	void asksNoMoreThanEightAccountsWhetherAThingIsTheirs() {
		List<EvidenceRow> rows = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			rows.add(trail("%012d".formatted(i), "logs"));
		}
		this.cells.accounts(rows.stream().map((row) -> Cells.active(row.account().value())).toArray(Account[]::new));
		ask(rows.toArray(EvidenceRow[]::new));
		assertThat(this.aws.calls(TargetSources.OF_BUCKETS)).hasSize(7);
	}

	@Test
	@Timeout(60)
	void asksAboutManyThingsAtOnce() {
		List<EvidenceRow> rows = new ArrayList<>();
		for (int i = 0; i < 300; i++) {
			this.buckets.put("bucket-" + i, (i % 2 == 0) ? Cells.MEMBER : Cells.MANAGEMENT);
			rows.add(trail(Cells.MEMBER, "bucket-" + i));
		}
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			List<CellResult> results = ask(threads, 16, rows.toArray(EvidenceRow[]::new));
			assertThat(results).hasSize(300).extracting(CellResult::status).containsOnly(CellStatus.READ);
			assertThat(results.stream().map((cell) -> cell.cell().resourceId())).doesNotHaveDuplicates();
		}
		finally {
			threads.shutdownNow();
		}
	}

	private List<CellResult> ask(EvidenceRow... rows) {
		return ask(SAME_THREAD, 1000, rows);
	}

	private List<CellResult> ask(Executor executor, int atOnce, EvidenceRow... rows) {
		NamedThings things = new NamedThings(this.source, this.cells.night());
		for (EvidenceRow row : rows) {
			things.add(row);
		}
		List<CellResult> results = new ArrayList<>();
		this.cells.with(this.source).collecting(executor, atOnce).askAbout(List.of(things), results::add);
		return results;
	}

	private List<String> accounts(String operation) {
		return this.aws.calls(operation).stream().map(Call::account).toList();
	}

	private static CellResult only(List<CellResult> results) {
		assertThat(results).hasSize(1);
		return results.get(0);
	}

	private static EvidenceRow trail(String account, String bucket) {
		return row(account, bucket, null);
	}

	private static EvidenceRow key(String account, String key) {
		return row(account, null, key);
	}

	private static EvidenceRow row(String account, @Nullable String bucket, @Nullable String key) {
		return new EvidenceRow(new AccountId(account), "eu-west-1", "cloudtrail", FakeTime.START,
				new Trail("arn:aws:cloudtrail:eu-west-1:" + account + ":trail/t", "t", false, false, true, null, key,
						bucket, ManagementEvents.ALL, false, null, null, null, null, List.of(), List.of(), List.of(),
						List.of(), List.of(), List.of(), List.of(), List.of(), null, null, null, null, null, null, null,
						null, null));
	}

}
