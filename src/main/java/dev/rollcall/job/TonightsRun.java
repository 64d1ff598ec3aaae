package dev.rollcall.job;

import java.time.Instant;

import dev.rollcall.account.AccountId;
import dev.rollcall.configuration.Configuration;
import dev.rollcall.dataset.NightId;
import dev.rollcall.organization.Discovery;
import dev.rollcall.publication.Run;

/** Makes the row that the running night will have in the dataset {@code run}. */
final class TonightsRun {

	private TonightsRun() {
	}

	static Run of(NightRequest request, Judged night, Instant finishedAt) {
		NightId id = request.night();
		NightOutcome outcome = night.outcome();
		Discovery discovery = night.discovery();
		Configuration configuration = request.configuration();
		AccountId management = discovery.managementAccount();
		return new Run(id.runId(), id.attempt(), request.startedAt(), finishedAt, request.toolVersion(),
				request.configSha256(), outcome.accounts(), outcome.cells(), outcome.gaps(), outcome.findings(),
				request.isPartial(), request.isSimulated(), null, discovery.organizationId(),
				(management != null) ? management.value() : null, discovery.regions(),
				configuration.deadlines().inWords(), request.connection().simulation().orElse(null),
				configuration.locale(), configuration.csf().number(), night.comparedWith());
	}

}
