package dev.rollcall.job;

import java.util.function.UnaryOperator;

import dev.rollcall.account.CallEnvironment;
import dev.rollcall.account.ClientPool;
import dev.rollcall.account.ClientSource;
import dev.rollcall.account.Connection;
import dev.rollcall.account.Deadlines;
import dev.rollcall.collect.Clocks;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.configuration.Configuration;
import dev.rollcall.dataset.Workspace;

/**
 * A way into AWS outside a night, with clients and threads of its own until it is closed.
 *
 * @param way leads there as a night's does
 */
public record AwsVisit(WayIntoAws way, Runnable closing) implements AutoCloseable {

	/**
	 * Prepares a visit; nothing is called yet.
	 * @param sessionName names it in the accounts' own trails; 2 to 64 characters
	 * @param deadlines when to give up, in place of the configured ones
	 * @param watching puts something between the engine and its clients
	 */
	public static AwsVisit begin(Connection connection, Configuration configuration, SourceCatalog catalog,
			String sessionName, Deadlines deadlines, UnaryOperator<ClientSource> watching, Workspace workspace,
			Clocks clocks) {
		CellThreads threads = CellThreads.ofRuntime();
		ClientPool pool = ClientPool.watching(deadlines, connection.inFlight(), connection.endpoint(),
				threads.executor());
		CallEnvironment environment = CallEnvironment.startingNow(pool, connection.inFlight(), deadlines);
		WayIntoAws way = new WayIntoAws(connection, configuration, catalog, sessionName,
				environment.through(watching.apply(pool)), threads.executor(),
				threads.cellsAhead() * connection.inFlight(), workspace, clocks);
		return new AwsVisit(way, () -> {
			pool.close();
			threads.close();
		});
	}

	@Override
	public void close() {
		this.closing.run();
	}

}
