package dev.rollcall.publication;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

import dev.rollcall.dataset.FaultyBucket;
import dev.rollcall.dataset.FaultyBucket.Wrong;
import dev.rollcall.dataset.NightId;
import dev.rollcall.dataset.OutputException;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.simulator.ScenarioReader;
import dev.rollcall.simulator.SimulatedOrganization;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static dev.rollcall.dataset.FaultyBucket.answers;
import static dev.rollcall.dataset.FaultyBucket.doesAndAnswers;
import static dev.rollcall.dataset.FaultyBucket.gets;
import static dev.rollcall.dataset.FaultyBucket.losesAnswer;
import static dev.rollcall.dataset.FaultyBucket.losesRequest;
import static dev.rollcall.dataset.FaultyBucket.puts;
import static dev.rollcall.dataset.FaultyBucket.redirects;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Suite H: whatever goes wrong between a night and its bucket, what the night says of its
 * commit is so, and a rerun heals.
 */
@Tag("once")
class CommitFaultTests {

	private static final long SEED = 20261124;

	private static final int FOREVER = Integer.MAX_VALUE;

	private static final NightId NIGHT = SmallNights.night("2026-11-20", 1);

	/** The end of each key, in the order in which they are put. */
	private static final List<String> PUTS = List.of("account", "finding", "waiver", ".xlsx", "manifest.json",
			"run.parquet");

	private static final String COMMIT = "run.parquet";

	private final Map<String, Case> cases = new LinkedHashMap<>();

	private final List<String> escaped = new ArrayList<>();

	@Test
	void saysWhatBecameOfTheCommit() {
		eachPut();
		conflicts();
		refusals();
		silence();
		runAll();
		System.out.printf("H commit faults: %d injected, %d held (seed none: no fault is drawn)%n", this.cases.size(),
				this.cases.size() - this.escaped.size());
		assertThat(this.escaped).isEmpty();
		assertThat(this.cases).hasSizeGreaterThanOrEqualTo(40);
	}

	/** Several things go wrong at once, and nobody thought of them together. */
	@Test
	void saysNothingThatIsNotSo() {
		Random random = new Random(SEED);
		int times = Boolean.getBoolean("rollcall.soak") ? 1_000 : 20;
		for (int i = 0; i < times; i++) {
			int plan = random.nextInt();
			add("plan " + plan, null, false, (bucket) -> draw(bucket, new Random(plan)));
		}
		runAll();
		System.out.printf("H drawn faults: %d injected, %d held (seed %d)%n", this.cases.size(),
				this.cases.size() - this.escaped.size(), SEED);
		assertThat(this.escaped).isEmpty();
	}

	private static void draw(FaultyBucket bucket, Random random) {
		List<Wrong> wrongs = List.of(losesAnswer(), losesRequest(), answers(500, "InternalError"),
				answers(503, "SlowDown"), answers(403, "AccessDenied"), answers(409, "ConditionalRequestConflict"),
				answers(412, "PreconditionFailed"), doesAndAnswers(412, "PreconditionFailed"),
				doesAndAnswers(500, "InternalError"), bucket.flipsAByte(),
				FaultyBucket.after(() -> others(bucket), answers(409, "ConditionalRequestConflict")));
		for (int faults = random.nextInt(4); faults >= 0; faults--) {
			boolean put = random.nextInt(3) > 0;
			String key = random.nextBoolean() ? COMMIT : PUTS.get(random.nextInt(PUTS.size()));
			Wrong wrong = wrongs.get(random.nextInt(put ? wrongs.size() : 5));
			bucket.with(put ? puts(key) : gets(key), random.nextInt(2), 1 + random.nextInt(8), wrong);
		}
	}

	private void runAll() {
		try (SimulatedOrganization organization = SimulatedOrganization
			.start(ScenarioReader.read("faults.yaml", "{accounts: 2, cast: 2}"), 0, Clock.systemUTC());
				Workspace workspace = new Workspace()) {
			int number = 0;
			for (Map.Entry<String, Case> entry : this.cases.entrySet()) {
				try (FaultyBucket bucket = new FaultyBucket(organization.endpoint(), SimulatedOrganization.ACCESS_KEY,
						"rollcall-audit", "case-" + number++ + "/")) {
					run(entry.getKey(), entry.getValue(), bucket, workspace);
				}
			}
		}
	}

	private void run(String name, Case faulty, FaultyBucket bucket, Workspace workspace) {
		SmallNights nights = new SmallNights(bucket.output(), workspace, Sealing.NONE, "o-1");
		faulty.faults().accept(bucket);
		Said said = said(nights);
		bucket.heal();
		Optional<CommittedRun> there = CommittedRuns.of(bucket.output(), workspace)
			.attempt(NIGHT.snapshotDate(), NIGHT.attempt());
		boolean ours = there.filter((run) -> run.runId().equals(NIGHT.runId())).isPresent();
		boolean held = (faulty.said() == null || said == faulty.said()) && switch (said) {
			case COMMITTED -> ours;
			case NOT_COMMITTED -> !ours;
			case OTHERS -> !ours && there.isPresent();
			case UNKNOWN -> faulty.said() == null || ours == faulty.written();
		};
		if (there.isEmpty()) {
			held &= said(nights) == Said.COMMITTED;
		}
		VerificationReport report = new Verification(bucket.output(), workspace,
				new VerificationScope(null, null, null), PublicKeys.of(List.of()), (verified, all) -> {
				})
			.run();
		if (!held || !report.sound() || report.nights().size() != 1) {
			this.escaped.add("%s: said %s, is ours: %s, then %s".formatted(name, said, ours, report.defects()));
		}
	}

	private static Said said(SmallNights nights) {
		try {
			return switch (nights.publish(NIGHT, false)) {
				case WRITTEN -> Said.COMMITTED;
				case PRESENT -> Said.OTHERS;
				case UNKNOWN -> Said.UNKNOWN;
			};
		}
		catch (OutputException ex) {
			return Said.NOT_COMMITTED;
		}
	}

	private void eachPut() {
		for (String end : PUTS) {
			String key = end.contains(".") ? end : "";
			int after = end.contains(".") ? 0 : PUTS.indexOf(end);
			boolean commit = end.equals(COMMIT);
			add("lost answer to " + end, Said.COMMITTED, (bucket) -> bucket.with(puts(key), after, 1, losesAnswer()));
			add("lost request for " + end, Said.COMMITTED,
					(bucket) -> bucket.with(puts(key), after, 1, losesRequest()));
			add("byte flipped on the way to " + end, Said.NOT_COMMITTED,
					(bucket) -> bucket.with(puts(key), after, 1, bucket.flipsAByte()));
			add("500 for ever from " + end, commit ? Said.UNKNOWN : Said.NOT_COMMITTED,
					(bucket) -> bucket.with(puts(key), after, FOREVER, answers(500, "InternalError")));
		}
	}

	private void conflicts() {
		add("409 once", Said.COMMITTED,
				(bucket) -> bucket.with(puts(COMMIT), 0, 1, answers(409, "ConditionalRequestConflict")));
		add("409 four times", Said.COMMITTED,
				(bucket) -> bucket.with(puts(COMMIT), 0, 4, answers(409, "ConditionalRequestConflict")));
		add("409 for ever", Said.NOT_COMMITTED,
				(bucket) -> bucket.with(puts(COMMIT), 0, FOREVER, answers(409, "ConditionalRequestConflict")));
		add("409 about another's commit", Said.OTHERS, (bucket) -> bucket.with(puts(COMMIT), 0, FOREVER,
				FaultyBucket.after(() -> others(bucket), answers(409, "ConditionalRequestConflict"))));
		add("412 about our own commit", Said.COMMITTED,
				(bucket) -> bucket.with(puts(COMMIT), 0, FOREVER, doesAndAnswers(412, "PreconditionFailed")));
		add("412 about another's commit", Said.OTHERS, (bucket) -> others(bucket));
		add("412 about nothing", Said.UNKNOWN,
				(bucket) -> bucket.with(puts(COMMIT), 0, FOREVER, answers(412, "PreconditionFailed")));
		add("412 that cannot be read back", Said.UNKNOWN, true,
				(bucket) -> bucket.with(puts(COMMIT), 0, FOREVER, doesAndAnswers(412, "PreconditionFailed"))
					.with(gets(COMMIT), 0, FOREVER, answers(403, "AccessDenied")));
	}

	/** Another run commits first. */
	private static void others(FaultyBucket bucket) {
		if (bucket.others().read(NIGHT.commit()).isEmpty()) {
			try (Workspace workspace = new Workspace()) {
				new SmallNights(bucket.others(), workspace, Sealing.NONE, "o-1")
					.publish(new NightId(NIGHT.snapshotDate(), NIGHT.attempt(), "run-of-others"), false);
			}
		}
	}

	private void refusals() {
		add("SlowDown three times", Said.COMMITTED,
				(bucket) -> bucket.with(puts(COMMIT), 0, 3, answers(503, "SlowDown")));
		add("SlowDown storm", Said.NOT_COMMITTED,
				(bucket) -> bucket.with(puts(""), 2, FOREVER, answers(503, "SlowDown")));
		add("SlowDown storm at the commit", Said.UNKNOWN,
				(bucket) -> bucket.with(puts(COMMIT), 0, FOREVER, answers(503, "SlowDown"))
					.with(gets(COMMIT), 0, FOREVER, answers(503, "SlowDown")));
		add("AccessDenied", Said.NOT_COMMITTED,
				(bucket) -> bucket.with(puts(""), 1, FOREVER, answers(403, "AccessDenied")));
		add("AccessDenied at the commit", Said.NOT_COMMITTED,
				(bucket) -> bucket.with(puts(COMMIT), 0, FOREVER, answers(403, "AccessDenied")));
		add("AccessDenied at the commit and for reads", Said.NOT_COMMITTED,
				(bucket) -> bucket.with(puts(COMMIT), 0, FOREVER, answers(403, "AccessDenied"))
					.with(gets(COMMIT), 0, FOREVER, answers(403, "AccessDenied")));
		add("no permission for the bucket's key", Said.NOT_COMMITTED,
				(bucket) -> bucket.with(puts("manifest.json"), 0, FOREVER, answers(403, "KMS.AccessDeniedException")));
		add("the bucket's key disabled at the commit", Said.NOT_COMMITTED,
				(bucket) -> bucket.with(puts(COMMIT), 0, FOREVER, answers(400, "KMS.DisabledException")));
		add("expired token at the commit", Said.NOT_COMMITTED,
				(bucket) -> bucket.with(puts(COMMIT), 0, FOREVER, answers(400, "ExpiredToken")));
		add("bucket gone", Said.NOT_COMMITTED,
				(bucket) -> bucket.with(puts(""), 0, FOREVER, answers(404, "NoSuchBucket")));
		add("bucket gone at the commit", Said.NOT_COMMITTED,
				(bucket) -> bucket.with(puts(COMMIT), 0, FOREVER, answers(404, "NoSuchBucket"))
					.with(gets(COMMIT), 0, FOREVER, answers(404, "NoSuchBucket")));
		add("no Object Lock", Said.NOT_COMMITTED,
				(bucket) -> bucket.with(puts(".xlsx"), 0, FOREVER, answers(400, "InvalidRequest")));
		add("another Region", Said.COMMITTED, (bucket) -> bucket.with(puts(""), 0, 1, redirects()));
		add("another Region for the commit", Said.COMMITTED, (bucket) -> bucket.with(puts(COMMIT), 0, 1, redirects()));
		add("nights cannot be listed", Said.NOT_COMMITTED,
				(bucket) -> bucket.with(gets("rollcall-audit"), 0, FOREVER, answers(403, "AccessDenied")));
	}

	private void silence() {
		add("every answer to the commit lost", Said.COMMITTED,
				(bucket) -> bucket.with(puts(COMMIT), 0, FOREVER, losesAnswer()));
		add("every request for the commit lost", Said.UNKNOWN,
				(bucket) -> bucket.with(puts(COMMIT), 0, FOREVER, losesRequest()));
		add("answer lost, then no reads", Said.UNKNOWN, true,
				(bucket) -> bucket.with(puts(COMMIT), 0, FOREVER, losesAnswer())
					.with(gets(COMMIT), 0, FOREVER, losesRequest()));
		add("answer lost, then AccessDenied", Said.COMMITTED, (bucket) -> bucket.with(puts(COMMIT), 0, 1, losesAnswer())
			.with(puts(COMMIT), 0, FOREVER, answers(403, "AccessDenied")));
		add("answer lost, then AccessDenied for all", Said.UNKNOWN, true,
				(bucket) -> bucket.with(puts(COMMIT), 0, 1, losesAnswer())
					.with(puts(COMMIT), 0, FOREVER, answers(403, "AccessDenied"))
					.with(gets(COMMIT), 0, FOREVER, answers(403, "AccessDenied")));
		add("request lost, then AccessDenied", Said.UNKNOWN, (bucket) -> bucket.with(puts(COMMIT), 0, 1, losesRequest())
			.with(puts(COMMIT), 0, FOREVER, answers(403, "AccessDenied")));
		add("500 after the commit was written", Said.COMMITTED,
				(bucket) -> bucket.with(puts(COMMIT), 0, FOREVER, doesAndAnswers(500, "InternalError")));
	}

	private void add(String name, Said said, Consumer<FaultyBucket> faults) {
		add(name, said, false, faults);
	}

	private void add(String name, @Nullable Said said, boolean written, Consumer<FaultyBucket> faults) {
		this.cases.put(name, new Case(said, written, faults));
	}

	/** What a night says of its commit. */
	private enum Said {

		COMMITTED, NOT_COMMITTED, OTHERS, UNKNOWN

	}

	/**
	 * Something that goes wrong.
	 *
	 * @param said what must be said; null where it must only be so
	 * @param written whether the commit is there, where it must be said that nobody knows
	 */
	private record Case(@Nullable Said said, boolean written, Consumer<FaultyBucket> faults) {

	}

}
