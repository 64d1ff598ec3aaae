package dev.rollcall.job;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.AbstractJob;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.stereotype.Component;

/**
 * The job {@code rollcall}. What a step makes of the night is a value, and what the next
 * one is given: none can be asked for before it is there.
 */
@Component
class NightJob extends AbstractJob {

	/** The step in which accounts are walked. */
	static final String COLLECT = "collect";

	/** The step that commits. */
	static final String PUBLISH = "publish";

	private final StepAnnouncer announcer;

	private final DiscoverStep discover;

	private final CollectStep collect;

	private final DistinctStep distinct;

	private final CompactStep compact;

	private final EvaluateStep evaluate;

	private final RenderStep render;

	private final PublishStep publish;

	private @Nullable NightOutcome published;

	NightJob(JobRepository repository, StepAnnouncer announcer, DiscoverStep discover, CollectStep collect,
			DistinctStep distinct, CompactStep compact, EvaluateStep evaluate, RenderStep render, PublishStep publish) {
		super("rollcall");
		setJobRepository(repository);
		this.announcer = announcer;
		this.discover = discover;
		this.collect = collect;
		this.distinct = distinct;
		this.compact = compact;
		this.evaluate = evaluate;
		this.render = render;
		this.publish = publish;
	}

	@Override
	protected void doExecute(JobExecution execution) throws JobExecutionException {
		NightSteps steps = new NightSteps(execution, getJobRepository(), this.announcer);
		Discovered discovered = steps.run("discover", this.discover::discover);
		Collected walked = this.collect.collect(discovered, steps);
		Collected collected = steps.run(DistinctStep.NAME, () -> this.distinct.ask(walked));
		Compacted compacted = steps.run("compact", () -> this.compact.compact(collected));
		Judged judged = steps.run("evaluate", () -> this.evaluate.evaluate(compacted));
		Rendered rendered = steps.run("render", () -> this.render.render(judged));
		steps.run(PUBLISH, () -> {
			this.published = this.publish.publish(rendered);
			return this.published;
		});
	}

	/**
	 * What the night came to; empty until it is published. The commit decides, whatever
	 * becomes of the bookkeeping after it.
	 */
	Optional<NightOutcome> published() {
		return Optional.ofNullable(this.published);
	}

	@Override
	public Collection<String> getStepNames() {
		return List.of("discover", COLLECT, CollectStep.ORGANIZATION, DistinctStep.NAME, "compact", "evaluate",
				"render", PUBLISH);
	}

	/** A step is made when what it works on is there. */
	@Override
	public @Nullable Step getStep(String stepName) {
		return null;
	}

}
