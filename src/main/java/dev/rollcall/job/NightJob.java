package dev.rollcall.job;

import java.time.Clock;

import dev.rollcall.account.CallEnvironment;
import dev.rollcall.account.ClientPool;
import dev.rollcall.dataset.Staging;
import dev.rollcall.dataset.Workspace;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The job {@code rollcall}: discover, collect, organization, compact, evaluate, render,
 * publish. No step keeps a database transaction open: what counts lies in the output.
 */
@Configuration(proxyBeanMethods = false)
class NightJob {

	/** The step in which accounts are walked. */
	static final String COLLECT = "collect";

	/** The step that commits. */
	static final String PUBLISH = "publish";

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	ClientPool clientPool(NightRequest request) {
		return new ClientPool(request.configuration().deadlines(), request.connection().inFlight(),
				request.connection().endpoint());
	}

	@Bean
	CallEnvironment callEnvironment(NightRequest request, ClientPool clients) {
		return CallEnvironment.startingNow(clients, request.connection().inFlight(),
				request.configuration().deadlines());
	}

	@Bean
	CellThreads cellThreads() {
		return CellThreads.ofRuntime();
	}

	@Bean
	Staging staging(NightRequest request, Workspace workspace) {
		return new Staging(request.output(), request.night(), request.identity(), workspace.directory("staging"));
	}

	@Bean
	EarlierNights earlierNights(NightRequest request, Workspace workspace) {
		return new EarlierNights(request.output(), workspace, request.committed(), request.night().snapshotDate());
	}

	@Bean
	Job rollcall(JobRepository repository, StepAnnouncer announcer, DiscoverTasklet discover,
			OrganizationTasklet organization, CollectStep collect, CompactTasklet compact, EvaluateTasklet evaluate,
			RenderTasklet render, PublishTasklet publish) {
		return new JobBuilder("rollcall", repository).start(step("discover", discover, repository, announcer))
			.next(collect)
			.next(step("organization", organization, repository, announcer))
			.next(step("compact", compact, repository, announcer))
			.next(step("evaluate", evaluate, repository, announcer))
			.next(step("render", render, repository, announcer))
			.next(step(PUBLISH, publish, repository, announcer))
			.build();
	}

	private static Step step(String name, Tasklet tasklet, JobRepository repository, StepAnnouncer announcer) {
		return new StepBuilder(name, repository).tasklet(tasklet, new ResourcelessTransactionManager())
			.listener(announcer)
			.build();
	}

}
