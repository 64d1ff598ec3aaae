package dev.rollcall.collect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import dev.rollcall.account.FakeAws;
import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.account.FakeTime;
import dev.rollcall.account.Pages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.ListTargetsForPolicyRequest;
import software.amazon.awssdk.services.organizations.model.ListTargetsForPolicyResponse;
import software.amazon.awssdk.services.organizations.model.PolicyNotFoundException;
import software.amazon.awssdk.services.organizations.model.PolicyTargetSummary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(60)
class PartsTests {

	private static final Executor SAME_THREAD = Runnable::run;

	private static final Executor NOBODY_HELPS = (work) -> {
	};

	private final FakeAws aws = new FakeAws(new FakeTime());

	private final Cells cells = new Cells(this.aws);

	private final ExecutorService threads = Executors.newCachedThreadPool();

	/** What is answered for each policy: page after page. */
	private final Map<String, Answer> policies = new ConcurrentHashMap<>();

	private final List<SpillInMemory> spills = Collections.synchronizedList(new ArrayList<>());

	private RowBudget budget = new RowBudget(Long.MAX_VALUE);

	PartsTests() {
		this.aws.on("organizations:ListTargetsForPolicy",
				(call) -> answer(call.request(ListTargetsForPolicyRequest.class).policyId()).to(call));
	}

	private Answer answer(String policy) {
		Answer answer = this.policies.get(policy);
		if (answer == null) {
			throw new AssertionError("No test foresaw " + policy);
		}
		return answer;
	}

	@AfterEach
	void endThreads() {
		this.threads.shutdownNow();
	}

	@Test
	void readsPartsSideBySide() {
		CyclicBarrier together = new CyclicBarrier(3);
		for (String policy : List.of("a", "b", "c")) {
			this.policies.put(policy, (call) -> {
				await(together);
				return page(null, policy + "-1", policy + "-2");
			});
		}
		CellResult result = read(this.threads, "a", "b", "c");
		assertThat(result.status()).isEqualTo(CellStatus.READ);
		assertThat(names(result)).containsExactlyInAnyOrder("a-1", "a-2", "b-1", "b-2", "c-1", "c-2");
		assertThat(result.calls()).isEqualTo(3);
		assertThat(result.requestId()).startsWith("request-");
	}

	@Test
	void readsAllWhereNobodyHelps() {
		List<String> policies = IntStream.range(0, 100).mapToObj((i) -> "policy-" + i).toList();
		policies.forEach((policy) -> this.policies.put(policy, Answer.of(page(null, policy))));
		assertThat(names(read(NOBODY_HELPS, policies.toArray(String[]::new))))
			.containsExactlyInAnyOrderElementsOf(policies);
	}

	@Test
	void readsNothingOfNoParts() {
		CellResult result = read(this.threads);
		assertThat(result.status()).isEqualTo(CellStatus.READ);
		assertThat(result.calls()).isZero();
	}

	@Test
	void leavesOutAPartThatIsGone() {
		this.policies.put("a", Answer.of(page(null, "a-1")));
		this.policies.put("b", Answer.inTurn(Answer.of(page("more", "b-1")), Answer.failing(gone())));
		this.policies.put("c", Answer.failing(gone()));
		CellResult result = read(SAME_THREAD, "c", "b", "a");
		assertThat(result.status()).isEqualTo(CellStatus.READ);
		assertThat(names(result)).containsExactly("a-1");
		assertThat(result.calls()).isEqualTo(4);
	}

	@Test
	void aDeniedPartMakesTheCellAGapThatNamesIt() {
		this.policies.put("a", Answer.of(page(null, "a-1")));
		this.policies.put("b", Answer.inTurn(Answer.of(page("more", "b-1")),
				Answer.refusing(400, "AccessDeniedException", "with an explicit deny in a service control policy")));
		CellResult result = read(SAME_THREAD, "a", "b");
		assertThat(result.status()).isEqualTo(CellStatus.DENIED);
		assertThat(result.rows()).isEmpty();
		assertThat(result.calls()).isEqualTo(3);
		Coverage coverage = Coverage.of(result, ExpectedGaps.NONE);
		assertThat(coverage.operation()).isEqualTo("organizations:ListTargetsForPolicy");
		assertThat(coverage.errorCode()).isEqualTo("AccessDeniedException");
		assertThat(coverage.deniedBy()).isEqualTo(DeniedBy.SCP);
		assertThat(coverage.requestId()).isEqualTo("request-of-AccessDeniedException");
		assertThat(coverage.errorMessage()).startsWith("policy b: with an explicit deny");
		assertThat(coverage.unreadReason())
			.isEqualTo("organizations:ListTargetsForPolicy [policy b] was denied by a service control policy"
					+ " (AccessDeniedException); the permission organizations:ListTargetsForPolicy is missing;"
					+ " request request-of-AccessDeniedException.");
	}

	@Test
	void whatProvesThatAServiceIsAbsentIsAGapWhereOnlyAPartSaysSo() {
		this.policies.put("a", Answer.refusing(400, "UnsupportedOperationException", "not supported"));
		assertThat(read(SAME_THREAD, "a").status()).isEqualTo(CellStatus.FAILED);
	}

	@Test
	void beginsNoFurtherPartAfterOneThatFailed() {
		this.policies.put("a", Answer.refusing(400, "AccessDeniedException", "no"));
		assertThat(read(SAME_THREAD, "a", "b", "c").status()).isEqualTo(CellStatus.DENIED);
		assertThat(this.aws.calls("organizations:ListTargetsForPolicy")).hasSize(1);
	}

	@Test
	void readsNoFurtherInPartsUnderWayAfterOneThatFailed() {
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch failed = new CountDownLatch(1);
		this.policies.put("slow", (call) -> {
			begun.countDown();
			await(failed);
			return page("more", "slow-1");
		});
		this.policies.put("denied", (call) -> {
			await(begun);
			return Answer.refusing(400, "AccessDeniedException", "no").to(call);
		});
		Executor helping = (work) -> this.threads.execute(() -> {
			await(begun);
			work.run();
			failed.countDown();
		});
		assertThat(read(helping, "slow", "denied").status()).isEqualTo(CellStatus.DENIED);
		assertThat(this.aws.calls("organizations:ListTargetsForPolicy")).hasSize(2);
	}

	@Test
	void repeatsAThrottledPartWithoutTheOthers() {
		this.policies.put("a", Answer.of(page(null, "a-1")));
		this.policies.put("b", Answer.inTurn(Answer.refusing(400, "TooManyRequestsException", "Rate exceeded"),
				Answer.of(page(null, "b-1"))));
		CellResult result = read(SAME_THREAD, "a", "b");
		assertThat(names(result)).containsExactlyInAnyOrder("a-1", "b-1");
		assertThat(result.calls()).isEqualTo(3);
		assertThat(result.retries()).isEqualTo(1);
	}

	@Test
	void aPartThatIsThrottledForGoodMakesTheCellAGap() {
		this.policies.put("a", Answer.refusing(400, "TooManyRequestsException", "Rate exceeded"));
		CellResult result = read(SAME_THREAD, "a");
		assertThat(result.status()).isEqualTo(CellStatus.THROTTLED);
		assertThat(result.failure()).isNotNull()
			.satisfies((failure) -> assertThat(failure.part()).isEqualTo("policy a"));
	}

	@Test
	void readsAPartOnceMoreWhoseTokenRanOut() {
		this.policies.put("a", Answer.of(page(null, "a-1")));
		this.policies.put("b",
				Answer.inTurn(Answer.of(page("more", "b-1")),
						Answer.refusing(400, "InvalidInputException", "NextToken has expired"),
						Answer.of(page("again", "b-1")), Answer.of(page(null, "b-2"))));
		CellResult result = read(SAME_THREAD, "a", "b");
		assertThat(names(result)).containsExactlyInAnyOrder("a-1", "b-1", "b-2");
		assertThat(result.calls()).isEqualTo(5);
	}

	@Test
	void aTokenThatRunsOutTwiceMakesTheCellAGap() {
		Answer refused = Answer.refusing(400, "InvalidInputException", "NextToken has expired");
		this.policies.put("a",
				Answer.inTurn(Answer.of(page("more", "a-1")), refused, Answer.of(page("again", "a-1")), refused));
		CellResult result = read(SAME_THREAD, "a");
		assertThat(result.status()).isEqualTo(CellStatus.FAILED);
		assertThat(result.failure()).isNotNull()
			.satisfies((failure) -> assertThat(failure.errorCode()).isEqualTo("InvalidInputException"));
		assertThat(result.calls()).isEqualTo(4);
	}

	@Test
	void givesEachPartALimitOfItsOwn() {
		assertThat(hold(999_999, 999_999).status()).isEqualTo(CellStatus.READ);
		CellResult tooMany = hold(999_999, 1_000_001);
		assertThat(tooMany.status()).isEqualTo(CellStatus.FAILED);
		assertThat(tooMany.failure()).isNotNull().satisfies((failure) -> {
			assertThat(failure.errorCode()).isEqualTo("LIMIT_ROWS");
			assertThat(failure.part()).isEqualTo("1000001 things");
		});
	}

	private CellResult hold(Integer... things) {
		return this.cells.read(new GivenSource(definition(), (cell) -> {
			cell.parts(List.of(things), (many) -> many + " things", PolicyNotFoundException.class,
					(many, part) -> part.holds(many));
			return Source.Answer.READ;
		}), SAME_THREAD, this.budget, this::open);
	}

	@Test
	void keepsAThingOnceThatSeveralPartsShow() {
		this.policies.put("a", Answer.of(page(null, "shared", "a-1")));
		this.policies.put("b", Answer.of(page(null, "b-1", "shared")));
		assertThat(names(read(SAME_THREAD, "a", "b"))).containsExactlyInAnyOrder("shared", "a-1", "b-1");
	}

	@Test
	void keepsAThingThatAPartShowsWhichIsGoneAndAnotherToo() {
		this.policies.put("a", Answer.inTurn(Answer.of(page("more", "shared")), Answer.failing(gone())));
		this.policies.put("b", Answer.of(page(null, "shared")));
		assertThat(names(read(SAME_THREAD, "a", "b"))).containsExactly("shared");
	}

	@Test
	void spillsPartsThatAreHuge() {
		this.budget = new RowBudget(1000);
		CellResult result = emit(20, 5000, 4000);
		assertThat(result.status()).isEqualTo(CellStatus.READ);
		assertThat(names(result)).hasSize(19 * 4000 + 5000).doesNotHaveDuplicates();
		assertThat(result.rows()).hasSizeLessThan(2000);
	}

	@Test
	void throwsAwayWhatWasSpilledForACellThatFailed() {
		this.budget = new RowBudget(1000);
		CellResult result = this.cells.read(new GivenSource(definition(), (cell) -> {
			cell.parts(List.of(1, 2), (number) -> "part " + number, PolicyNotFoundException.class, (number, part) -> {
				IntStream.range(0, 5000).forEach((i) -> part.emit(new Target(number + "-" + i)));
				if (number == 2) {
					throw new IllegalStateException("as the test wants");
				}
			});
			return Source.Answer.READ;
		}), SAME_THREAD, this.budget, this::open);
		assertThat(result.status()).isEqualTo(CellStatus.FAILED);
		assertThat(result.spilled()).isEmpty();
		assertThat(this.spills).isNotEmpty().allMatch((spill) -> spill.words().contains("discarded"));
		this.budget.take(1000);
		assertThat(this.budget.isExceeded()).isFalse();
	}

	/** Parts that each begin where the one before is not over yet. */
	private CellResult emit(int parts, int rows, int apart) {
		return this.cells.read(new GivenSource(definition(), (cell) -> {
			cell.parts(IntStream.range(0, parts).boxed().toList(), (number) -> "part " + number,
					PolicyNotFoundException.class, (number, part) -> IntStream.range(0, rows)
						.forEach((i) -> part.emit(new Target("target-" + (number * apart + i)))));
			return Source.Answer.READ;
		}), this.threads, this.budget, this::open);
	}

	@Test
	void anErrorOfTheMachineIsNoGap() {
		this.policies.put("a", (call) -> {
			throw new OutOfMemoryError("as the test wants");
		});
		this.policies.put("b", Answer.of(page(null, "b-1")));
		assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> read(this.threads, "a", "b"));
	}

	@RepeatedTest(20)
	void aNightThatIsStoppedLeavesNothingOfACell() throws Exception {
		this.budget = new RowBudget(0);
		CountDownLatch helped = new CountDownLatch(1);
		CountDownLatch stopped = new CountDownLatch(1);
		this.policies.put("own", (call) -> {
			await(helped);
			return page(null, "own-1");
		});
		this.policies.put("other", (call) -> {
			helped.countDown();
			await(stopped);
			return page(null, "other-1");
		});
		AtomicReference<Throwable> ended = new AtomicReference<>();
		Thread cell = new Thread(() -> {
			try {
				read(this.threads, "own", "other");
			}
			catch (CancellationException ex) {
				ended.set(ex);
			}
		});
		cell.start();
		await(helped);
		cell.interrupt();
		cell.join();
		stopped.countDown();
		this.threads.shutdown();
		assertThat(this.threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
		assertThat(ended.get()).hasMessageContaining("stopped");
		assertThat(this.budget.isExceeded()).isFalse();
	}

	@Test
	void aPartHasNoParts() {
		CellResult result = this.cells.read(new GivenSource(definition(), (cell) -> {
			cell.parts(List.of("a"), (policy) -> policy, PolicyNotFoundException.class, (policy, part) -> part
				.parts(List.of("b"), (inner) -> inner, PolicyNotFoundException.class, PartsTests::targets));
			return Source.Answer.READ;
		}), SAME_THREAD, this.budget, this::open);
		assertThat(result.status()).isEqualTo(CellStatus.FAILED);
	}

	private CellResult read(Executor helpers, String... policies) {
		return this.cells.read(new GivenSource(definition(), (cell) -> {
			cell.parts(List.of(policies), (policy) -> "policy " + policy, PolicyNotFoundException.class,
					PartsTests::targets);
			return Source.Answer.READ;
		}), helpers, this.budget, this::open);
	}

	private static void targets(String policy, CellScope part) {
		OrganizationsClient client = part.client(OrganizationsClient.class);
		Pages.each((token) -> client.listTargetsForPolicy((request) -> request.policyId(policy).nextToken(token)),
				ListTargetsForPolicyResponse::nextToken,
				(page) -> page.targets().forEach((target) -> part.emit(new Target(target.targetId()))));
	}

	private static SourceDefinition definition() {
		return SourceDefinition.regional("policy-targets", OrganizationsClient.class)
			.operations("0.2.0", "organizations:ListTargetsForPolicy")
			.evidence(Target.class)
			.build();
	}

	private static ListTargetsForPolicyResponse page(@Nullable String next, String... targets) {
		List<PolicyTargetSummary> summaries = new ArrayList<>();
		for (String target : targets) {
			summaries.add(PolicyTargetSummary.builder().targetId(target).build());
		}
		return ListTargetsForPolicyResponse.builder().targets(summaries).nextToken(next).build();
	}

	private static PolicyNotFoundException gone() {
		return (PolicyNotFoundException) PolicyNotFoundException.builder().statusCode(400).message("gone").build();
	}

	private Spill open(Cell cell) {
		SpillInMemory spill = new SpillInMemory();
		this.spills.add(spill);
		return spill;
	}

	private static List<String> names(CellResult result) {
		return result.evidence(Target.class).stream().map(Target::name).toList();
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CancellationException("stopped");
		}
	}

	private static void await(CyclicBarrier barrier) {
		try {
			barrier.await();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private record Target(String name) implements Keyed {

		@Override
		public List<?> naturalKey() {
			return List.of(this.name);
		}

	}

}
