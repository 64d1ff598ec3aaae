package dev.rollcall.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import dev.rollcall.account.CallEnvironment;
import dev.rollcall.account.Connection;
import dev.rollcall.account.FakeAws;
import dev.rollcall.account.FakeAws.Call;
import dev.rollcall.collect.Cells;
import dev.rollcall.collect.Clocks;
import dev.rollcall.collect.GuardSources;
import dev.rollcall.collect.Source;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.collect.TargetSources;
import dev.rollcall.configuration.Configuration;
import dev.rollcall.configuration.ConfigurationReader;
import dev.rollcall.control.ControlCatalog;
import dev.rollcall.control.Projections;
import dev.rollcall.dataset.Lease;
import dev.rollcall.dataset.NightId;
import dev.rollcall.dataset.SimulatedBucket;
import dev.rollcall.dataset.SimulatedOutput;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.input.JobConfig;
import dev.rollcall.publication.CommittedRuns;
import dev.rollcall.publication.Sealing;
import dev.rollcall.workbook.WorkbookDesign;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * One launch of the program, as far as it runs without sockets: claim, job, clearing up.
 * Everything that it does to the bucket and asks of AWS is an event that its fate may
 * strike at; one that was killed does nothing any longer.
 */
final class SimulatedLaunch implements SimulatedOutput.Fate {

	static final LocalDate NIGHT = LocalDate.parse("2026-07-01");

	static final SourceCatalog SOURCES = Cells
		.shippedAnd(Stream.concat(GuardSources.all().stream(), TargetSources.all().stream()).toArray(Source[]::new));

	private static final List<Class<?>> COMPONENTS = List.of(AwsAccess.class, CollectStep.class, CompactStep.class,
			DiscoverStep.class, DiscoveryReader.class, DistinctStep.class, EvaluateStep.class, Foundations.class,
			NightConfiguration.class, NightJob.class, NightLauncher.class, PublishStep.class, StagedWriter.class,
			StepAnnouncer.class, Batch.class);

	private static final WorkbookDesign DESIGN = WorkbookDesign.load(JobConfig.find("reports-templates"), "en",
			SOURCES.names(), NightApplication.published(SOURCES,
					Projections.load(JobConfig.find("job-config"), NightApplication.shape(SOURCES))));

	private final SimulatedWorld world;

	private final ControlCatalog controls;

	private final NightMode mode;

	private final Strike strike;

	private final String runId;

	private final SimulatedOutput output;

	private final FakeAws aws;

	private final NightStop stop = new NightStop();

	private @Nullable Thread thread;

	private String version = "1.0";

	private LocalDate night = NIGHT;

	private SourceCatalog sources = SOURCES;

	private CellThreads threads = new CellThreads(Runnable::run, 1, () -> {
	});

	private int events;

	private volatile boolean dead;

	private boolean claimed;

	SimulatedLaunch(String runId, SimulatedWorld world, ControlCatalog controls, SimulatedBucket bucket, NightMode mode,
			Strike strike, Runnable watched) {
		this.runId = runId;
		this.world = world;
		this.controls = controls;
		this.mode = mode;
		this.strike = strike;
		this.output = new SimulatedOutput(bucket, this, watched);
		this.aws = world.aws().witnessed((call) -> event("call " + call.operation(), false));
	}

	/** Launches the program as it is of another version. */
	SimulatedLaunch ofVersion(String other) {
		this.version = other;
		return this;
	}

	/** Launches it for another night. */
	SimulatedLaunch on(LocalDate date) {
		this.night = date;
		return this;
	}

	/** Launches a program that has other sources, and reads cells in these threads. */
	SimulatedLaunch asking(SourceCatalog others, CellThreads readers) {
		this.sources = others;
		this.threads = readers;
		return this;
	}

	String runId() {
		return this.runId;
	}

	SimulatedOutput output() {
		return this.output;
	}

	NightStop stop() {
		return this.stop;
	}

	List<Call> calls() {
		return this.aws.calls();
	}

	/** How many things it has done that its fate could strike at. */
	int events() {
		return this.events;
	}

	/** Whether the night was its own at some time. */
	boolean claimed() {
		return this.claimed;
	}

	/** Runs to its end, in a thread of its own. */
	Ending run() throws InterruptedException {
		Ending[] ending = new Ending[1];
		Thread running = new Thread(() -> ending[0] = ending(), this.runId);
		this.thread = running;
		running.start();
		running.join();
		return ending[0];
	}

	private Ending ending() {
		try (Workspace workspace = new Workspace()) {
			return new Ending(launch(workspace), null, null);
		}
		catch (NightFailure ex) {
			return this.dead ? Ending.KILLED : new Ending(null, ex.reason(), ex);
		}
		catch (RuntimeException | Killed ex) {
			return this.dead ? Ending.KILLED : new Ending(null, reason(ex), ex);
		}
	}

	private static NightFailure.@Nullable Reason reason(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof NightFailure night) {
				return night.reason();
			}
		}
		return null;
	}

	private NightOutcome launch(Workspace workspace) {
		NightClaim claim = NightClaim.of(request(workspace), workspace);
		this.claimed = true;
		try (claim) {
			return launch(claim, workspace);
		}
		catch (RuntimeException ex) {
			throw claim.reason(ex);
		}
	}

	private NightOutcome launch(NightClaim claim, Workspace workspace) {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			COMPONENTS.forEach((component) -> context.registerBean(component));
			context.registerBean(NightRequest.class, claim::request);
			context.registerBean(Workspace.class, () -> workspace, (bean) -> bean.setDestroyMethodName(""));
			context.registerBean(Lease.class, claim::lease, (bean) -> bean.setDestroyMethodName(""));
			context.registerBean(NightStop.class, () -> this.stop, (bean) -> bean.setDestroyMethodName(""));
			context.registerBean(Sealing.class, () -> Sealing.NONE);
			context.registerBean(SourceCatalog.class, () -> this.sources);
			context.registerBean(NightProgress.class, Unwatched::new);
			context.registerBean(RenderStep.class, () -> new NoWorkbook(claim.request(), context, workspace));
			context.addBeanFactoryPostProcessor((factory) -> {
				context.removeBeanDefinition("clientPool");
				context.registerBean("jobRepository", JobRepository.class, UniqueSteps::new);
				context.registerBean("clocks", Clocks.class, () -> Clocks.of(this.aws.time()));
				context.registerBean("callEnvironment", CallEnvironment.class, () -> this.aws.environment(16));
				context.registerBean("cellThreads", CellThreads.class, () -> this.threads);
			});
			context.refresh();
			NightOutcome outcome = context.getBean(NightLauncher.class).launch();
			new Leftovers(this.output, workspace).clear();
			return outcome;
		}
	}

	private NightRequest request(Workspace workspace) {
		var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("AKID" + FakeAws.OWN, "secret"));
		return new NightRequest(
				new Connection(credentials, FakeAws.HOME, Optional.empty(), 16, Optional.of("a simulation")),
				configuration(), Optional.empty(), Optional.empty(), new NightId(this.night, 1, this.runId),
				this.output, CommittedRuns.of(this.output, workspace), this.controls, List.of(), DESIGN, this.mode,
				null, Clocks.of(this.aws.time()), Instant.parse("2026-07-01T00:00:00Z"), this.version);
	}

	private Configuration configuration() {
		Map<String, String> regions = this.world.regionsGiven()
				? Map.of("regions", String.join(",", this.world.regions())) : Map.of();
		return ConfigurationReader.read("simulation", "", regions, Map.of(), this.sources.names());
	}

	@Override
	public void before(String operation, String key) {
		event(operation + " " + key, false);
	}

	@Override
	public void after(String operation, String key) {
		event(operation + " " + key + " done", true);
	}

	/** The lease is renewed by a thread of its own, at no time that can be foreseen. */
	private void event(String what, boolean done) {
		if (this.dead) {
			throw new Killed();
		}
		if (Thread.currentThread() == this.thread) {
			this.strike.at(this, this.events++, what, done);
		}
	}

	@Override
	public boolean isAnswered(String key) {
		return this.strike.isCommitAnswered();
	}

	/** From now on it does nothing any longer. */
	void kill() {
		this.dead = true;
		throw new Killed();
	}

	/** What happens at the events of a launch. */
	interface Strike {

		Strike NONE = (launch, event, what, done) -> {
		};

		/**
		 * An event.
		 * @param what such as {@code put KEY}
		 * @param done whether it took place, or is about to
		 */
		void at(SimulatedLaunch launch, int event, String what, boolean done);

		/** Whether the output answers to the commit. */
		default boolean isCommitAnswered() {
			return true;
		}

	}

	/**
	 * How a launch ended.
	 *
	 * @param outcome null unless it published
	 * @param reason null unless it failed for a reason of its own
	 */
	record Ending(@Nullable NightOutcome outcome, NightFailure.@Nullable Reason reason, @Nullable Throwable failure) {

		static final Ending KILLED = new Ending(null, null, null);

		boolean isPublished() {
			return this.outcome != null;
		}

		@Override
		public String toString() {
			return isPublished() ? "published" : (this == KILLED) ? "killed"
					: (this.reason != null) ? this.reason.name() : "failed: " + this.failure;
		}

	}

	/** The end of a process, as its code meets it. */
	static final class Killed extends Error {

		private static final long serialVersionUID = 1L;

	}

	/** Spring Batch with a job repository that keeps nothing. */
	@EnableBatchProcessing
	static final class Batch {

	}

	/** Spring Batch tells steps apart by their ids, in all of the process. */
	private static final class UniqueSteps extends ResourcelessJobRepository {

		private static final AtomicLong STEPS = new AtomicLong();

		@Override
		public StepExecution createStepExecution(String stepName, JobExecution jobExecution) {
			StepExecution step = new StepExecution(STEPS.incrementAndGet(), stepName, jobExecution);
			jobExecution.addStepExecution(step);
			return step;
		}

	}

	/** Instead of a workbook, which takes longest and decides nothing. */
	private static final class NoWorkbook extends RenderStep {

		private final Workspace workspace;

		NoWorkbook(NightRequest request, AnnotationConfigApplicationContext context, Workspace workspace) {
			super(request, SOURCES, context.getBean(EarlierNights.class), workspace);
			this.workspace = workspace;
		}

		@Override
		Rendered render(Judged judged) {
			Path workbook = this.workspace.directory("workbook").resolve(WORKBOOK);
			try {
				Files.writeString(workbook, "no workbook");
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
			return new Rendered(judged, workbook);
		}

	}

	private static final class Unwatched implements NightProgress {

		@Override
		public void begins(String step) {
		}

		@Override
		public void accounts(int total, int walked) {
		}

		@Override
		public void walked(int accounts) {
		}

	}

}
