package dev.rollcall.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rollcall.collect.Scope;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.dataset.Output;
import dev.rollcall.dataset.TextRows;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.publication.PublicKeys;
import dev.rollcall.publication.Verification;
import dev.rollcall.publication.VerificationReport;
import dev.rollcall.publication.VerificationScope;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a history left behind, read by DuckDB as an analyst does, and held to the
 * invariants.
 */
final class SimulatedNights implements AutoCloseable {

	/** What may differ between a night that was resumed and one that was not. */
	private static final Set<String> INCIDENTAL = Set.of("run_id", "attempt", "collected_at", "request_id", "calls",
			"retries", "duration_ms", "unread_reason", "reason", "snapshot_date", "error_message", "report_hours",
			"mfa_yes", "mfa_no", "keys_yes", "keys_no", "certificates_yes", "certificates_no");

	private static final List<String> NOT_COMPARED = List.of("run", "manifests", "reports", "staging", "lease");

	private final Path directory;

	private final Connection duckDb;

	SimulatedNights(Path directory) throws SQLException {
		this.directory = directory;
		this.duckDb = DriverManager.getConnection("jdbc:duckdb:");
	}

	/** Every object that a commit speaks of is there, as it was published. */
	void verify() {
		try (Workspace workspace = new Workspace()) {
			VerificationReport report = new Verification(Output.at(this.directory.toString()), workspace,
					new VerificationScope(null, null, null), PublicKeys.of(List.of()), (done, all) -> {
					})
				.run();
			assertThat(report.defects()).isEmpty();
			assertThat(report.unread()).isEmpty();
		}
	}

	/**
	 * One commit an attempt, and none of a run that did not say so; nobody heard of some.
	 */
	void holdCommitsTo(Set<String> published) throws SQLException {
		assertThat(rows("SELECT count(*) - count(DISTINCT attempt) FROM " + files("run"))).containsExactly("0");
		assertThat(rows("SELECT run_id FROM " + files("run"))).containsAll(published);
	}

	/**
	 * The first law: a row for every account, source and Region. Of what is asked once
	 * for all there are some, and of what is asked once a thing, no thing twice.
	 */
	void countCells(int accounts, int regions) throws SQLException {
		List<String> expected = new ArrayList<>();
		for (String run : rows("SELECT DISTINCT run_id FROM " + files("coverage"))) {
			for (SourceDefinition source : SimulatedLaunch.SOURCES.definitions()) {
				if (source.scope() == Scope.DISTINCT) {
					continue;
				}
				int cells = accounts * (source.isRegional() ? regions : 1);
				expected.add(run + "|" + source.name() + "|"
						+ (source.isAskedOfEveryAccount() ? cells + "/" + cells : "asked"));
			}
		}
		String once = SimulatedLaunch.SOURCES.definitions()
			.stream()
			.filter((source) -> !source.isAskedOfEveryAccount() && source.scope() != Scope.DISTINCT)
			.map((source) -> "'" + source.name() + "'")
			.collect(Collectors.joining(", "));
		assertThat(rows("""
				SELECT run_id, source, CASE WHEN source IN (%s) THEN 'asked'
				  ELSE count(*) || '/' || count(DISTINCT account_id || region) END
				FROM %s WHERE resource_id IS NULL GROUP BY run_id, source""".formatted(once, files("coverage"))))
			.containsExactlyInAnyOrderElementsOf(expected);
		assertThat(rows("""
				SELECT run_id, source, resource_id FROM %s WHERE resource_id IS NOT NULL
				GROUP BY ALL HAVING count(*) > 1""".formatted(files("coverage")))).isEmpty();
	}

	/** No verdict without a cell that was read. */
	void holdVerdictsToCells() throws SQLException {
		assertThat(rows("""
				SELECT f.run_id || ' ' || f.control_id || ' ' || f.account_id || ' ' || f.verdict FROM %s f
				JOIN %s c ON c.run_id = f.run_id AND c.control_id = f.control_id
				WHERE f.verdict IN ('COMPLIANT', 'NON_COMPLIANT') AND NOT EXISTS (
				  SELECT 1 FROM %s r WHERE r.run_id = f.run_id AND list_contains(c.sources, r.source)
				  AND r.status IN ('READ', 'NOT_ENABLED'))""".formatted(files("finding"), files("control"),
				files("coverage"))))
			.isEmpty();
		assertThat(rows("""
				SELECT f.run_id || ' ' || f.account_id FROM %s f JOIN %s r ON r.run_id = f.run_id
				  AND r.account_id = f.account_id AND r.source = 'iam-root-user'
				WHERE f.control_id = 'root.mfa' AND f.verdict IN ('COMPLIANT', 'NON_COMPLIANT')
				  AND r.status <> 'READ'""".formatted(files("finding"), files("coverage")))).isEmpty();
	}

	/**
	 * The rows of committed runs are those that the commits count, and no others.
	 */
	void readThroughViews() throws SQLException {
		for (String dataset : List.of("account", "coverage", "finding")) {
			assertThat(
					rows("""
							SELECT run_id || ' ' || count(*) FROM %s SEMI JOIN %s run USING (run_id) GROUP BY run_id ORDER BY 1"""
						.formatted(files(dataset), files("run"))))
				.as("rows of %s", dataset)
				.isEqualTo(rows("SELECT run_id || ' ' || %s FROM %s ORDER BY 1"
					.formatted(dataset.equals("coverage") ? "cells" : dataset + "s", files("run"))));
		}
	}

	/** All committed nights say what an uninterrupted one says. */
	void compare(SimulatedNights clean) throws SQLException {
		Set<String> runs = Set.copyOf(rows("SELECT run_id FROM " + files("run")));
		for (String dataset : clean.datasets()) {
			List<String> expected = clean.compared(dataset).values().stream().flatMap(List::stream).toList();
			Map<String, List<String>> seen = compared(dataset);
			for (String run : runs) {
				assertThat(seen.getOrDefault(run, List.of())).as("%s of %s", dataset, run).isEqualTo(expected);
			}
		}
	}

	/**
	 * What a query about coverage gives.
	 * @param sql has a place for the dataset
	 */
	List<String> coverage(String sql) throws SQLException {
		return rows(sql.formatted(files("coverage")));
	}

	/** The same about findings. */
	List<String> findings(String sql) throws SQLException {
		return rows(sql.formatted(files("finding")));
	}

	/** The same about changes. */
	List<String> changes(String sql) throws SQLException {
		return rows(sql.formatted(files("change")));
	}

	/** The rows of a dataset by run, sorted, without what may differ. */
	private Map<String, List<String>> compared(String dataset) throws SQLException {
		String incidental = INCIDENTAL.stream().collect(Collectors.joining("', '", "['", "']"));
		Map<String, List<String>> byRun = new HashMap<>();
		for (String row : rows("SELECT run_id, COLUMNS(c -> NOT list_contains(%s, c)) FROM %s ORDER BY ALL"
			.formatted(incidental, files(dataset)))) {
			int end = row.indexOf('|');
			byRun.computeIfAbsent(row.substring(0, end), (run) -> new ArrayList<>()).add(row.substring(end));
		}
		return byRun;
	}

	private Set<String> datasets() throws SQLException {
		try (Stream<Path> found = Files.list(this.directory)) {
			return found.map((path) -> path.getFileName().toString())
				.filter((name) -> !NOT_COMPARED.contains(name))
				.collect(Collectors.toCollection(TreeSet::new));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String files(String dataset) {
		return "read_parquet('%s/%s/**/*.parquet', hive_partitioning = false)".formatted(this.directory, dataset);
	}

	private List<String> rows(String sql) throws SQLException {
		return TextRows.of(this.duckDb, sql);
	}

	@Override
	public void close() throws SQLException {
		this.duckDb.close();
	}

}
