package dev.rollcall.job;

import dev.rollcall.account.CallEnvironment;
import dev.rollcall.account.ClientPool;
import dev.rollcall.collect.Clocks;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.dataset.Staging;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.publication.CommittedRun;
import dev.rollcall.publication.PublishedNight;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the steps of a night work with. */
@Configuration(proxyBeanMethods = false)
class NightConfiguration {

	@Bean
	Clocks clocks(NightRequest request) {
		return request.clocks();
	}

	@Bean
	ClientPool clientPool(NightRequest request, CellThreads threads) {
		return ClientPool.watching(request.configuration().deadlines(), request.connection().inFlight(),
				request.connection().endpoint(), threads.executor());
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
	Kept kept(NightRequest request, SourceCatalog catalog, Workspace workspace) {
		CommittedRun last = request.lastAttempt();
		return (last != null) ? new TopUp(new PublishedNight(request.output(), workspace, last), catalog, workspace)
				: Kept.NOTHING;
	}

}
