package dev.rollcall.job;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.rollcall.collect.AskedIn;
import dev.rollcall.control.ControlCatalog;
import dev.rollcall.dataset.NightId;
import dev.rollcall.dataset.OutputException;
import dev.rollcall.dataset.SimulatedBucket;
import dev.rollcall.job.SimulatedLaunch.Ending;
import dev.rollcall.job.SimulatedLaunch.Strike;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What happens to one night, drawn from a seed: launches that are killed, that fail, that
 * freeze while others take over and then wake up, that are started twice, that are
 * stopped, that never hear of their commit; in the end one that nothing happens to.
 */
final class SimulatedHistory {

	private static final NightMode ONCE = new NightMode(false, false);

	private final Random random;

	private final SimulatedWorld world;

	private final ControlCatalog controls;

	private final int events;

	private final SimulatedBucket bucket = new SimulatedBucket();

	/** What was done, for whoever reads of a failure. */
	private final List<String> story;

	private final Set<String> published = new HashSet<>();

	private int launches;

	private int strikes;

	/**
	 * Prepares a history.
	 * @param events how many events a launch to which nothing happens has
	 * @param story is told what happens
	 */
	SimulatedHistory(long seed, SimulatedWorld world, ControlCatalog controls, int events, List<String> story) {
		this.story = story;
		this.random = new Random(seed + 2);
		this.world = world;
		this.controls = controls;
		this.events = events;
	}

	SimulatedBucket bucket() {
		return this.bucket;
	}

	/** How many launches met their fate. */
	int strikes() {
		return this.strikes;
	}

	/** The runs that said that they published. */
	Set<String> published() {
		return this.published;
	}

	void run() throws InterruptedException {
		for (int i = 1 + this.random.nextInt(3); i > 0; i--) {
			launch(ONCE, fate(true), () -> {
			});
		}
		launch(ONCE, Strike.NONE, () -> {
		});
		assertThat(attempts()).as("attempts after the launch that nothing happened to").isEqualTo(1);
		if (this.random.nextInt(4) == 0) {
			NightMode more = this.random.nextBoolean() ? new NightMode(true, false) : new NightMode(false, true);
			launch(more, fate(false), () -> {
			});
			launch(more, Strike.NONE, () -> {
			});
		}
	}

	private int attempts() {
		return this.bucket.list(NightId.COMMITS).size();
	}

	private Ending launch(NightMode mode, Strike strike, Runnable watched) throws InterruptedException {
		SimulatedLaunch launch = new SimulatedLaunch("run-" + ++this.launches, this.world, this.controls, this.bucket,
				mode, strike, watched);
		Set<String> durable = StagedAccounts.of(this.bucket);
		this.story.add(launch.runId() + " begins");
		Ending ending = launch.run();
		this.story.add(launch.runId() + " ends after " + launch.events() + " events: " + ending);
		if (ending.isPublished()) {
			this.published.add(launch.runId());
		}
		if (ending.failure() != null && ending.reason() == null) {
			assertThat(ending.failure()).as("what ended %s", launch.runId()).hasStackTraceContaining("as fate will");
		}
		if (launch.claimed() && strike == Strike.NONE && !mode.isNewAttempt()) {
			assertThat(launch.calls()).as("calls of accounts that were staged: %s", durable)
				.noneMatch((call) -> durable.contains(call.account()) && !isOfTheOrganization(call.operation()));
		}
		return ending;
	}

	/**
	 * Owners are asked for all, about other accounts and of things, whether or not their
	 * own cells are read.
	 */
	private static boolean isOfTheOrganization(String operation) {
		return SimulatedLaunch.SOURCES.definitions()
			.stream()
			.noneMatch((source) -> source.isAskedOfEveryAccount() && source.askedIn() == AskedIn.ACCOUNT
					&& source.operations().contains(operation));
	}

	private Strike fate(boolean mayNest) {
		int at = this.random.nextInt(this.events);
		return switch (this.random.nextInt(mayNest ? 8 : 4)) {
			case 0, 1 -> once(at, "is killed", SimulatedLaunch::kill);
			case 2 -> once(at, "fails", (launch) -> {
				throw new OutputException("as fate will", new IllegalStateException());
			});
			case 3 -> unanswered(this.random.nextBoolean());
			case 4 -> once(at, "is stopped", SimulatedHistory::stop);
			case 5 -> once(at, "lives on while another is launched", (launch) -> nested(Strike.NONE, () -> {
				if (launch.claimed()) {
					launch.output().renewLease();
				}
			}));
			default -> {
				Strike nested = this.random.nextBoolean() ? Strike.NONE : fate(false);
				boolean renews = this.random.nextBoolean();
				yield once(at, "freezes", (launch) -> {
					nested(nested, () -> {
					});
					if (renews && launch.claimed()) {
						launch.output().wakeUp();
					}
				});
			}
		};
	}

	private void nested(Strike strike, Runnable watched) {
		try {
			launch(ONCE, strike, watched);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void stop(SimulatedLaunch launch) {
		try {
			launch.stop().stop(Duration.ZERO);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Something happens at an event, and nothing afterwards. */
	private Strike once(int at, String what, Happening happening) {
		AtomicBoolean struck = new AtomicBoolean();
		return (launch, event, where, done) -> {
			boolean spared = where.startsWith("replace")
					|| what.equals("fails") && (where.startsWith("call") || where.startsWith("commit"));
			if (event >= at && !spared && struck.compareAndSet(false, true)) {
				this.strikes++;
				this.story.add(launch.runId() + " " + what + " at event " + event + ": " + where);
				happening.to(launch);
			}
		};
	}

	/** The commit is put or not, and nobody hears of it. */
	private Strike unanswered(boolean put) {
		return new Strike() {

			@Override
			public void at(SimulatedLaunch launch, int event, String what, boolean done) {
				if (what.startsWith("commit") && !done && !put) {
					SimulatedHistory.this.strikes++;
					SimulatedHistory.this.story.add(launch.runId() + " is killed at its commit");
					launch.kill();
				}
			}

			@Override
			public boolean isCommitAnswered() {
				SimulatedHistory.this.strikes++;
				SimulatedHistory.this.story.add("the commit is put, and not answered");
				return false;
			}

		};
	}

	/** What happens to a launch. */
	@FunctionalInterface
	private interface Happening {

		void to(SimulatedLaunch launch);

	}

}
