package dev.rollcall.export;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.rollcall.control.JudgedDatasets;
import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.Schema;
import dev.rollcall.dataset.StableId;
import dev.rollcall.publication.CommittedRun;
import dev.rollcall.publication.PublishedNight;
import dev.rollcall.publication.Run;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * A committed night as exports read it. What people wrote is kept in memory; what grows
 * with the organization is read row by row.
 */
final class ExportedNight {

	private static final String FINDING = "finding";

	private static final Map<String, String> GLOBAL = Map.of("aws", "us-east-1", "aws-cn", "cn-north-1", "aws-us-gov",
			"us-gov-west-1");

	private final CommittedRun committed;

	private final Database database;

	private final Judgements judgements;

	private final List<String> regions;

	private final String partition;

	/**
	 * Makes a night readable.
	 * @throws dev.rollcall.publication.AlteredNightException where it is not what was
	 * published
	 */
	ExportedNight(PublishedNight night, Database database) {
		this.committed = night.run();
		this.database = database;
		Schema finding = JudgedDatasets.FINDING;
		database.viewEarlier(FINDING, finding, List.of(night.require(FINDING)), before());
		show(night, "account", AccountFacts.class);
		show(night, "control", ControlFacts.class);
		showIfThere(night, schema("waiver", WaiverFacts.class));
		showIfThere(night, JudgedDatasets.LEFT_OUT_CONTROL);
		this.judgements = new Judgements(database);
		this.regions = asked();
		this.partition = this.regions.stream()
			.findFirst()
			.map((region) -> PartitionMetadata.of(Region.of(region)).id())
			.orElse("aws");
	}

	/** The Regions that were asked; versions before did not write them. */
	private List<String> asked() {
		List<String> asked = new ArrayList<>(run().regions());
		if (asked.isEmpty()) {
			this.database.query("SELECT DISTINCT region FROM finding WHERE region <> 'global' ORDER BY region",
					(row) -> asked.add(row.requiredText(1)));
		}
		return asked;
	}

	/** What versions before did not write follows from what they wrote. */
	private Map<String, String> before() {
		return Map.of("finding_id", StableId.sql("control_id", "account_id", "region", "resource_id"), "first_seen_on",
				"DATE '" + snapshotDate() + "'", "expected_gap", "false");
	}

	private void show(PublishedNight night, String dataset, Class<? extends Record> type) {
		this.database.viewEarlier(dataset, schema(dataset, type), List.of(night.require(dataset)));
	}

	/** Nights of versions before do not have all. */
	private void showIfThere(PublishedNight night, Schema schema) {
		List<Path> files = night.copy(schema.dataset()).map(List::of).orElse(List.of());
		this.database.viewEarlier(schema.dataset(), schema, files);
	}

	private static Schema schema(String dataset, Class<? extends Record> type) {
		return new Schema(dataset, Schema.of(type).columns());
	}

	LocalDate snapshotDate() {
		return this.committed.snapshotDate();
	}

	Run run() {
		return this.committed.run();
	}

	/** When all verdicts were there. */
	Instant judgedAt() {
		return run().finishedAt();
	}

	/**
	 * The partition of its accounts, such as {@code aws}: an organization lies in one.
	 */
	String partition() {
		return this.partition;
	}

	/**
	 * The Region for what has none: the one that its partition's global services answer
	 * in, where the night asked there, else the first that it asked.
	 */
	String home() {
		String global = GLOBAL.getOrDefault(this.partition, "");
		return this.regions.contains(global) || this.regions.isEmpty() ? global : this.regions.get(0);
	}

	/** What nobody may overlook who reads it elsewhere. */
	List<String> labels() {
		List<String> labels = new ArrayList<>();
		if (run().simulated()) {
			labels.add("simulated");
		}
		if (run().partial()) {
			labels.add("partial");
		}
		return labels;
	}

	/** What a finding is called; of a simulated night it says so. */
	String title(Judgement judgement) {
		return marked(judgement.control().titleEn());
	}

	/** A title; of a simulated night it says so. */
	String marked(String title) {
		return run().simulated() ? "[SIMULATED] " + title : title;
	}

	/** The hash of its manifest, in hexadecimal. */
	String manifestSha256() {
		return this.committed.manifestSha256();
	}

	/** What its findings say of each Subcategory that any counts for. */
	List<SubcategoryResult> subcategories() {
		return SubcategoryResult.of(this.database);
	}

	/** The controls that the configuration leaves out. */
	List<String> leftOut() {
		List<String> leftOut = new ArrayList<>();
		this.database.query("SELECT control_id FROM left_out_control ORDER BY control_id",
				(row) -> leftOut.add(row.requiredText(1)));
		return leftOut;
	}

	/** Gives all accounts: those of the roster, and those that only findings name. */
	void accounts(Consumer<AccountFacts> taker) {
		this.database.query("SELECT * FROM account ORDER BY account_id",
				(row) -> taker.accept(row.record(1, AccountFacts.class)));
		this.database.query("""
				SELECT DISTINCT account_id FROM finding
				WHERE account_id NOT IN (SELECT account_id FROM account) ORDER BY account_id""",
				(row) -> taker.accept(AccountFacts.unknown(row.requiredText(1))));
	}

	/** Gives the ids of all findings that count for a Subcategory, in order. */
	void findingIds(String subcategory, Consumer<String> taker) {
		this.database.query("SELECT finding_id FROM finding WHERE csf20_primary = ? ORDER BY finding_id",
				List.of(subcategory), (row) -> taker.accept(row.requiredText(1)));
	}

	/** Gives all findings, in the order of accounts, Regions, controls and resources. */
	void findings(Consumer<Judgement> taker) {
		this.judgements.forEach(taker);
	}

}
