package dev.rollcall.job;

import java.util.List;
import java.util.Optional;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Runs a night; each launch is a job instance of its own. */
@Component
public class NightLauncher {

	private final JobOperator operator;

	private final NightJob job;

	private final NightRequest request;

	private final NightStop stop;

	NightLauncher(JobOperator operator, NightJob job, NightRequest request, NightStop stop) {
		this.stop = stop;
		this.operator = operator;
		this.job = job;
		this.request = request;
	}

	/**
	 * Runs the night to its end. Whether it is published says the commit, not the job's
	 * status.
	 * @throws NightFailure where it was not published for a reason of its own
	 * @throws RuntimeException whatever else a step threw
	 */
	public NightOutcome launch() {
		try {
			JobExecution execution = this.operator.start(this.job, parameters());
			return outcome().orElseThrow(() -> failure(execution.getFailureExceptions()));
		}
		catch (DataAccessException | TransactionException ex) {
			// The commit decides, and may be there when the bookkeeping no longer is.
			return outcome().orElseThrow(() -> ex);
		}
		catch (JobExecutionException ex) {
			throw new IllegalStateException("Spring Batch refused the launch: " + ex.getMessage(), ex);
		}
	}

	private Optional<NightOutcome> outcome() {
		Optional<NightOutcome> outcome = this.job.published();
		outcome.ifPresent((published) -> this.stop.published());
		return outcome;
	}

	private JobParameters parameters() {
		return new JobParametersBuilder().addString("runId", this.request.night().runId())
			.addString("snapshotDate", this.request.night().snapshotDate().toString())
			.addLong("attempt", (long) this.request.night().attempt())
			.addString("output", this.request.output().toString())
			.toJobParameters();
	}

	private RuntimeException failure(List<Throwable> failures) {
		if (this.stop.isRequested()) {
			return NightFailure.stopped();
		}
		Throwable first = failures.isEmpty() ? new IllegalStateException("The job ended without saying why")
				: failures.get(0);
		return (first instanceof RuntimeException runtime) ? runtime : new IllegalStateException(first);
	}

}
