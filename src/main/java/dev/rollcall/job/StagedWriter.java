package dev.rollcall.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.rollcall.collect.CellLog;
import dev.rollcall.collect.CellResult;
import dev.rollcall.collect.Coverage;
import dev.rollcall.collect.EvidenceRow;
import dev.rollcall.collect.ExpectedGaps;
import dev.rollcall.collect.Spill;
import dev.rollcall.dataset.Lease;
import dev.rollcall.dataset.ParquetFile;
import dev.rollcall.dataset.Schema;
import dev.rollcall.dataset.Staged;
import dev.rollcall.dataset.StagedIndex;
import dev.rollcall.dataset.Staging;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.organization.RosterEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts what cells gave into a staged file; one after another, whoever asks. */
@Component
class StagedWriter {

	private final Staging staging;

	private final Workspace workspace;

	private final Lease lease;

	private final ExpectedGaps expectedGaps;

	StagedWriter(Staging staging, Workspace workspace, Lease lease, NightRequest request) {
		this.staging = staging;
		this.workspace = workspace;
		this.lease = lease;
		this.expectedGaps = request.configuration().expectedGaps();
	}

	/**
	 * Closes a staged file.
	 * @param basis the run whose discovery it is made under
	 * @param accounts the accounts that it holds whole
	 * @param results what became of their cells
	 * @param content what else is to be kept
	 * @throws NightFailure where another run has taken the night over
	 */
	Staged write(String basis, String name, List<RosterEntry> accounts, Collection<CellResult> results,
			@Nullable String content) {
		return write(basis, name, accounts, results::forEach, content);
	}

	/**
	 * The same of results that come to be while they are written.
	 * @param results hands over each to the consumer that it is given
	 */
	synchronized Staged write(String basis, String name, List<RosterEntry> accounts,
			Consumer<Consumer<CellResult>> results, @Nullable String content) {
		NightFailure.throwUnlessHeld(this.lease);
		Map<String, List<Path>> files = new LinkedHashMap<>();
		Map<Class<?>, ParquetFile> open = new LinkedHashMap<>();
		for (RosterEntry account : accounts) {
			open.computeIfAbsent(RosterEntry.class, (type) -> begin(DatasetFiles.account(), files))
				.write(List.of(), account);
		}
		results.accept((result) -> {
			open.computeIfAbsent(Coverage.class, (type) -> begin(DatasetFiles.coverage(), files))
				.write(List.of(), Coverage.of(result, this.expectedGaps));
			CellLog.say(result);
			for (EvidenceRow row : result.rows()) {
				open.computeIfAbsent(row.evidence().getClass(),
						(type) -> begin(Schema.ofEvidence(row.evidence().getClass()), files))
					.write(ParquetSpill.cell(row), row.evidence());
			}
			result.spilled().forEach((spill) -> add(spill, files));
		});
		NightFailure.throwUnlessHeld(this.lease);
		open.values().forEach(ParquetFile::close);
		List<String> ids = accounts.stream().map((account) -> account.accountId().value()).toList();
		return this.staging.close(name, new StagedIndex(basis, ids, content), files);
	}

	private ParquetFile begin(Schema schema, Map<String, List<Path>> files) {
		Path path = this.workspace.newFile("staged", ".parquet");
		files.computeIfAbsent(schema.dataset(), (dataset) -> new ArrayList<>()).add(path);
		return new ParquetFile(path, schema);
	}

	/** The night's spills are all made by {@link AwsAccess#collecting}. */
	private static void add(Spill spill, Map<String, List<Path>> files) {
		((ParquetSpill) spill).files()
			.forEach((dataset, path) -> files.computeIfAbsent(dataset, (first) -> new ArrayList<>()).add(path));
	}

	/** Deletes local files of a dataset that are no longer needed. */
	static void delete(Collection<Path> files) {
		try {
			for (Path file : files) {
				Files.deleteIfExists(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot delete staged files", ex);
		}
	}

}
