package dev.rollcall.control;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

import dev.rollcall.collect.CellStatus;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.dataset.Column;
import dev.rollcall.dataset.ColumnType;
import dev.rollcall.dataset.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A night of whose cells anything can have become and whose evidence can say anything.
 * Each value is drawn by its own place alone: a source, a dataset or a column more
 * changes none of the others, so that what is said of them can be kept.
 */
final class DrawnNight {

	private static final List<String> ACCOUNTS = List.of("111111111111", "222222222222", "333333333333", "444444444444",
			"555555555555");

	private static final List<String> REGIONS = List.of("eu-west-1", "us-east-1");

	private static final String FOREIGN = "999999999999";

	private static final Instant TONIGHT = Instant.parse("2026-11-23T01:00:00Z");

	/** Of which an account has one row where they were read. */
	private static final Set<String> SINGLE = Set.of("account_summary", "centralized_root", "credential");

	private static final Set<String> KEYS = Set.of("arn", "rule_arn", "finding_id");

	/** What columns can hold, of those that hold more than a name. */
	private static final Map<String, List<String>> WORDS = Map.of("type",
			List.of("ACCOUNT", "ORGANIZATION", "ORGANIZATION", "ACCOUNT_UNUSED_ACCESS"), "status",
			List.of("ACTIVE", "ACTIVE", "ACTIVE", "DISABLED", "FAILED", "CREATING"), "exposure",
			List.of("PUBLIC", "OUTSIDE_ORGANIZATION", "INSIDE_ORGANIZATION", "FEDERATED", "SERVICE", "UNKNOWN"),
			"last_status", List.of("SUCCESS", "SUCCESS", "FAILURE", "PENDING"), "compliance",
			List.of("COMPLIANT", "NON_COMPLIANT", "NOT_APPLICABLE", "INSUFFICIENT_DATA"), "management_events",
			List.of("ALL", "READ_ONLY", "WRITE_ONLY", "NONE", "EXCEPT", "ONLY", "UNKNOWN"), "service_principal",
			List.of("access-analyzer.amazonaws.com", "cloudtrail.amazonaws.com", "config.amazonaws.com"),
			"administrator_id", ACCOUNTS, "resource_account",
			List.of("111111111111", "222222222222", "333333333333", FOREIGN));

	/** The same of columns that hold other words elsewhere. */
	private static final Map<String, List<String>> OWN_WORDS = Map.of("trail_key.state",
			List.of("Enabled", "Enabled", "Enabled", "Disabled", "PendingDeletion", "PendingReplicaDeletion",
					"Creating"),
			"trail_key.origin", List.of("AWS_KMS", "AWS_KMS", "EXTERNAL"), "trail_key.spec",
			List.of("SYMMETRIC_DEFAULT", "SYMMETRIC_DEFAULT", "SYMMETRIC_DEFAULT", "RSA_2048"),
			"trail_bucket.transport", List.of("ALL", "ALL", "SOME", "NONE", "UNKNOWN"), "trail_bucket.versioning",
			List.of("Enabled", "Enabled", "Suspended"));

	private static final List<String> EVENT_SOURCES = List.of("*", "-kms.amazonaws.com", "kms.amazonaws.com");

	private static final List<String> RESOURCE_TYPES = List.of("AWS::S3::Object", "AWS::Lambda::Function");

	private final TestNight night;

	private final int number;

	/**
	 * Draws a night.
	 * @param night has none of it yet
	 * @param number the same number draws the same
	 */
	DrawnNight(TestNight night, int number) {
		this.night = night;
		this.number = number;
	}

	void draw() {
		for (int i = 0; i < ACCOUNTS.size(); i++) {
			enroll(i);
		}
		for (SourceDefinition source : Shipped.SOURCES.definitions()) {
			for (int i = 0; i < ACCOUNTS.size(); i++) {
				if (isAsked(source, i)) {
					ask(source, ACCOUNTS.get(i));
				}
			}
		}
	}

	/** Every fourth night is one of a list; of one account nobody said what it is. */
	private void enroll(int index) {
		String account = ACCOUNTS.get(index);
		if (isList() || (index == 4 && this.number % 2 == 0)) {
			this.night.listed(account);
		}
		else if (index == 0) {
			this.night.management(account);
		}
		else {
			this.night.member(account);
		}
	}

	private boolean isList() {
		return this.number % 4 == 3;
	}

	private static boolean isAsked(SourceDefinition source, int index) {
		return !source.scope().isOrganizational() || index == 0 || (index == 1 && source.scope().isRegional());
	}

	private void ask(SourceDefinition source, String account) {
		for (String region : source.scope().isRegional() ? REGIONS : List.of("global")) {
			CellStatus status = status(source, account, region);
			if (status.isGap()) {
				this.night.failed(account, source.name(), region, status, source.operations().get(0), "ACode");
			}
			else {
				this.night.cell(account, source.name(), region, status);
			}
			if (status == CellStatus.READ) {
				source.evidence()
					.stream()
					.<Schema>map(Schema::of)
					.filter((schema) -> this.night.has(schema.dataset()))
					.forEach((schema) -> give(schema, account, region));
			}
		}
	}

	/** Mostly read; what an account's own state explains is so in all of its cells. */
	private CellStatus status(SourceDefinition source, String account, String region) {
		if (isList() && source.scope().isOrganizational()) {
			return CellStatus.EXCLUDED;
		}
		if (draw("inactive", account) % 8 == 0) {
			return CellStatus.ACCOUNT_NOT_ACTIVE;
		}
		List<CellStatus> others = List.of(CellStatus.NOT_ENABLED, CellStatus.NOT_AVAILABLE, CellStatus.EXCLUDED,
				CellStatus.DENIED, CellStatus.TIMED_OUT);
		int drawn = draw(source.name(), account, region) % (4 * others.size());
		return (drawn < others.size()) ? others.get(drawn) : CellStatus.READ;
	}

	private void give(Schema schema, String account, String region) {
		boolean single = SINGLE.contains(schema.dataset()) || isOfThing(schema);
		int drawn = draw(schema.dataset(), account, region);
		int rows = single ? Math.min(1, drawn % 8) : drawn % 4;
		for (int i = 0; i < rows; i++) {
			give(schema, account, region, i);
		}
	}

	/** What a source found out that asks once a thing. */
	private static boolean isOfThing(Schema schema) {
		return Shipped.SOURCES.distinctSources()
			.stream()
			.flatMap((source) -> source.definition().evidence().stream())
			.anyMatch((type) -> Schema.of(type).dataset().equals(schema.dataset()));
	}

	private void give(Schema schema, String account, String region, int row) {
		Map<String, Object> values = new HashMap<>();
		for (Column column : schema.columns()) {
			Object value = value(schema, column, account, region, row);
			if (value != null) {
				values.put(column.name(), value);
			}
		}
		this.night.row(schema.dataset(), account, region, values);
	}

	private @Nullable Object value(Schema schema, Column column, String account, String region, int row) {
		String name = column.name();
		int drawn = draw(schema.dataset(), account, region, String.valueOf(row), name);
		if (name.equals("arn") && isOfThing(schema)) {
			return TestNight.anyThing(account, region);
		}
		if (KEYS.contains(name)) {
			return key(schema, account, region, row);
		}
		if (schema.dataset().equals("trail_shadow") && name.equals("owner_account_id")) {
			return owner(account, region, row);
		}
		if (schema.dataset().equals("trail_shadow") && name.equals("home_region")) {
			return home(account, region, row);
		}
		if (schema.dataset().startsWith("unused_access") && name.equals("analyzer_arn")) {
			return "analyzer/" + account + "/" + region + "/" + row;
		}
		int nulls = name.endsWith("name") ? 0 : name.contains("error") ? 4 : 1;
		if (name.equals("source") || name.equals("collected_at") || drawn % 5 < nulls) {
			return null;
		}
		List<String> words = OWN_WORDS.getOrDefault(schema.dataset() + "." + name, WORDS.get(name));
		return (words != null) ? one(words, drawn / 5) : value(name, column.type(), drawn / 5);
	}

	private static @Nullable Object value(String name, ColumnType type, int drawn) {
		return switch (type) {
			case STRING -> name + "-" + drawn % 3;
			case BOOLEAN -> drawn % (name.equals("root") ? 4 : 2) > 0;
			case BIGINT -> (long) (drawn % 3);
			case TIMESTAMP -> TONIGHT.minus(Duration.ofDays(drawn % 4 * 45L)).toString();
			case STRINGS -> strings(name, drawn);
			case DATE, STRING_MAP -> null;
		};
	}

	/** No two things have the same; trails show where they are not at home too. */
	private String key(Schema schema, String account, String region, int row) {
		return switch (schema.dataset()) {
			case "trail" -> trail(draw("foreign", account, region, String.valueOf(row)) % 4 == 0 ? FOREIGN : account,
					region.equals("global") ? REGIONS.get(0) : region, row);
			case "trail_shadow" -> trail(owner(account, region, row), home(account, region, row), row);
			default -> schema.dataset() + "/" + account + "/" + region + "/" + row;
		};
	}

	private static String trail(String owner, String home, int row) {
		return "arn:aws:cloudtrail:" + home + ":" + owner + ":trail/" + row;
	}

	private String owner(String account, String region, int row) {
		return one(ACCOUNTS, draw("owner", account, region, String.valueOf(row)));
	}

	private String home(String account, String region, int row) {
		return one(REGIONS, draw("home", account, region, String.valueOf(row)));
	}

	private static List<String> strings(String name, int drawn) {
		List<String> strings = new ArrayList<>();
		for (int i = 0; i < drawn % 3; i++) {
			strings.add(switch (name) {
				case "regions" -> one(REGIONS, drawn / 3 + i);
				case "failed_sources" -> one(ACCOUNTS, drawn / 3 + i) + "/" + one(REGIONS, drawn / 7);
				case "management_reads", "management_writes" -> one(EVENT_SOURCES, drawn / 3 + i);
				case "data_reads", "data_writes" -> one(RESOURCE_TYPES, drawn / 3 + i);
				default -> name + "-" + i;
			});
		}
		return strings;
	}

	private static <T> T one(List<T> of, int drawn) {
		return of.get(drawn % of.size());
	}

	/** A number from 0 that goes by this place of this night alone. */
	private int draw(String... place) {
		long seed = (this.number + "/" + String.join("/", place)).hashCode();
		return new SplittableRandom(seed).nextInt(1_000_000);
	}

}
