package dev.rollcall.job;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.rollcall.account.AccountId;
import dev.rollcall.collect.CellResult;
import dev.rollcall.collect.CellStatus;
import dev.rollcall.collect.Coverage;
import dev.rollcall.collect.EvidenceRow;
import dev.rollcall.collect.OwnerAnswers;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.Schema;
import dev.rollcall.organization.Discovery;
import org.jspecify.annotations.Nullable;

/**
 * What was asked once for the organization, as it is staged, or kept of the attempt
 * before. Rows are read for some accounts at once, since there may be more than memory
 * should hold; accounts are asked about in about the order of the roster.
 */
final class StagedAnswers implements OwnerAnswers, AutoCloseable {

	/** So many accounts' rows are read at once. */
	private static final int BLOCK = 50;

	/** So many blocks are held: of the accounts under way, and of those that answered. */
	private static final int HELD = 16;

	private final AnswerFiles files;

	private final Map<String, SourceDefinition> sources;

	private final List<AccountId> roster;

	private final Map<String, List<CellResult>> cells = new HashMap<>();

	private final Map<Block, List<EvidenceRow>> blocks = new LinkedHashMap<>(16, 0.75F, true) {

		@Override
		protected boolean removeEldestEntry(Map.Entry<Block, List<EvidenceRow>> eldest) {
			return size() > HELD;
		}

	};

	private @Nullable Database database;

	/**
	 * Creates answers; no file is opened before the first is wanted.
	 * @param files what is staged of them, and what is kept
	 */
	StagedAnswers(AnswerFiles files, SourceCatalog catalog, Discovery discovery) {
		this.files = files;
		this.sources = catalog.definitions()
			.stream()
			.collect(Collectors.toMap(SourceDefinition::name, (source) -> source));
		this.roster = discovery.accountIds().stream().sorted().toList();
	}

	/** The database serves one thread at a time. */
	@Override
	public synchronized List<CellResult> of(String source, String region, @Nullable AccountId about) {
		List<CellResult> results = this.cells.computeIfAbsent(source + "/" + region, (key) -> cells(source, region));
		Set<AccountId> told = results.stream()
			.map((result) -> result.cell().account())
			.collect(Collectors.toCollection(TreeSet::new));
		List<EvidenceRow> rows = (about != null) ? about(source, region, about, told)
				: rows(source, "region = " + Database.literal(region));
		return results.stream().map((result) -> result.withRows(given(result, rows, results, told))).toList();
	}

	/**
	 * A row does not say which of several owners gave it. One about an owner is that
	 * owner's, any other the first one's.
	 */
	private static List<EvidenceRow> given(CellResult result, List<EvidenceRow> rows, List<CellResult> results,
			Set<AccountId> owners) {
		AccountId owner = result.cell().account();
		boolean first = results.stream()
			.filter((other) -> other.status() == CellStatus.READ)
			.findFirst()
			.map((other) -> other.cell().account().equals(owner))
			.orElse(false);
		return rows.stream()
			.filter((row) -> row.account().equals(owner) || (first && !owners.contains(row.account())))
			.toList();
	}

	private List<CellResult> cells(String source, String region) {
		Schema schema = DatasetFiles.coverage();
		List<CellResult> results = new ArrayList<>();
		database().query(
				"SELECT %s FROM %s WHERE source = ? AND region = ? ORDER BY account_id".formatted(schema.columnList(),
						AnswerFiles.name(schema)),
				List.of(source, region), (row) -> results.add(row.record(1, Coverage.class).result()));
		return results;
	}

	private List<EvidenceRow> about(String source, String region, AccountId about, Set<AccountId> told) {
		Set<AccountId> accounts = new TreeSet<>(told);
		accounts.add(about);
		List<EvidenceRow> rows = new ArrayList<>();
		for (AccountId account : accounts) {
			block(source, account).stream()
				.filter((row) -> row.account().equals(account) && row.region().equals(region))
				.forEach(rows::add);
		}
		return rows;
	}

	private List<EvidenceRow> block(String source, AccountId account) {
		int index = Collections.binarySearch(this.roster, account);
		List<AccountId> accounts = (index < 0) ? List.of(account) : this.roster.subList(index - index % BLOCK,
				Math.min(this.roster.size(), index - index % BLOCK + BLOCK));
		Block block = new Block(source, accounts.get(0));
		List<EvidenceRow> held = this.blocks.get(block);
		if (held == null) {
			held = rows(source,
					accounts.stream()
						.map((one) -> Database.literal(one.value()))
						.collect(Collectors.joining(", ", "account_id IN (", ")")));
			this.blocks.put(block, held);
		}
		return held;
	}

	private List<EvidenceRow> rows(String source, String condition) {
		SourceDefinition definition = Objects.requireNonNull(this.sources.get(source), source);
		List<EvidenceRow> rows = new ArrayList<>();
		for (Class<? extends Record> type : definition.evidence()) {
			Schema schema = Schema.ofEvidence(type);
			database().query(
					"SELECT %s FROM %s WHERE source = ? AND %s".formatted(schema.columnList(), AnswerFiles.name(schema),
							condition),
					List.of(source),
					(row) -> rows.add(new EvidenceRow(new AccountId(row.requiredText(1)), row.requiredText(2), source,
							row.requiredTime(4), row.record(Schema.CELL.size() + 1, type))));
		}
		return rows;
	}

	private Database database() {
		Database open = this.database;
		if (open == null) {
			open = this.files.open();
			this.database = open;
		}
		return open;
	}

	@Override
	public synchronized void close() {
		if (this.database != null) {
			this.database.close();
		}
	}

	private record Block(String source, AccountId first) {

	}

}
