package dev.rollcall.deployment;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.rollcall.ddl.AthenaDialect;
import dev.rollcall.ddl.Location;
import dev.rollcall.ddl.PublishedTables;
import dev.rollcall.ddl.SavedQuery;
import dev.rollcall.ddl.Table;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/** Tables and queries of the template are those that {@code ddl} and the files have. */
class AthenaTemplateTests {

	private static final Pattern PROPERTY = Pattern.compile("'([a-z._]+)' = '([^']*)'");

	private static final List<Table> TABLES = PublishedTables.all();

	@Test
	void hasEveryTableAndEveryQuery() throws IOException {
		List<String> queries = SavedQuery.all().stream().flatMap((query) -> query(query).stream()).toList();
		MadeLines.hold(Template.FOLDER.resolve("athena.yaml"), Map.of("tables",
				TABLES.stream().flatMap((table) -> table(table).stream()).toList(), "queries", queries));
	}

	@Test
	void declaresTablesAsDdlDoes() {
		Template template = Template.load("athena.yaml");
		Stack stack = template.with(Map.of("BucketName", "audit-bucket", "Prefix", "a/nights", "Since", "2026-03-01"));
		AthenaDialect ddl = new AthenaDialect(new Location("s3://audit-bucket/a/nights"), LocalDate.of(2026, 3, 1));
		assertThat(template.resources("AWS::Glue::Table")).hasSameSizeAs(TABLES);
		for (Table table : TABLES) {
			Map<String, Object> input = Nodes.mapping(stack.property(id(table.name()) + "Table", "TableInput"));
			Map<String, Object> projected = new HashMap<>();
			PROPERTY.matcher(ddl.table("rollcall_files", table).get(1))
				.results()
				.forEach((property) -> projected.put(property.group(1), property.group(2)));
			assertThat(projected).hasSize(7);
			projected.putAll(Map.of("EXTERNAL", "TRUE", "classification", "parquet"));
			assertThat(input.get("Parameters")).as(table.name()).isEqualTo(projected);
			assertThat(Nodes.at(input, "StorageDescriptor", "Location"))
				.isEqualTo("s3://audit-bucket/a/nights/" + table.name() + "/");
		}
	}

	@Test
	void savesEachQueryAsItsFileHasIt() {
		Map<String, Map<String, Object>> saved = Template.load("athena.yaml").resources("AWS::Athena::NamedQuery");
		Map<String, String> texts = new TreeMap<>();
		saved.forEach((id, query) -> texts.put(id, Nodes.at(query, "Properties", "QueryString").toString()));
		Map<String, String> files = new TreeMap<>();
		SavedQuery.all().forEach((query) -> files.put(id(query.name()) + "Query", query.text()));
		assertThat(texts).isNotEmpty().isEqualTo(files);
		assertThat(saved.values()).allSatisfy((query) -> {
			assertThat(Nodes.at(query, "Properties", "Name").toString()).hasSizeBetween(1, 128);
			assertThat(Nodes.at(query, "Properties", "Description").toString()).hasSizeBetween(1, 1024);
		});
		assertThat(Nodes.mapping(Nodes.at(Objects.requireNonNull(saved.get("MissingNightsQuery")), "Properties")))
			.contains(entry("Name", "Nights that are missing"));
	}

	private static List<String> table(Table table) {
		String id = id(table.name());
		List<String> lines = new ArrayList<>(
				"""
						%sTable:
						  Type: AWS::Glue::Table
						  Properties:
						    CatalogId: !Ref AWS::AccountId
						    DatabaseName: !Ref Files
						    TableInput:
						      Name: %s
						      TableType: EXTERNAL_TABLE
						      Parameters:
						        EXTERNAL: "TRUE"
						        classification: parquet
						        projection.enabled: "true"
						        projection.snapshot_date.type: date
						        projection.snapshot_date.format: yyyy-MM-dd
						        projection.snapshot_date.range: !Sub "${Since},NOW"
						        projection.snapshot_date.interval: "1"
						        projection.snapshot_date.interval.unit: DAYS
						        storage.location.template: !Sub "s3://${BucketName}/${Prefix}/%s/snapshot_date=${!snapshot_date}/"
						      PartitionKeys: [{Name: snapshot_date, Type: date}]
						      StorageDescriptor:
						        Location: !Sub "s3://${BucketName}/${Prefix}/%s/"
						        InputFormat: org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat
						        OutputFormat: org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat
						        SerdeInfo: {SerializationLibrary: org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe}
						        Columns:"""
					.formatted(id, table.name(), table.name(), table.name())
					.lines()
					.toList());
		table.schema()
			.columns()
			.forEach((column) -> lines.add("          - {Name: %s, Type: \"%s\"}".formatted(column.name(),
					AthenaDialect.type(column.type()))));
		return lines;
	}

	private static List<String> query(SavedQuery query) {
		List<String> lines = new ArrayList<>("""
				%sQuery:
				  Type: AWS::Athena::NamedQuery
				  Properties:
				    WorkGroup: !Ref WorkGroup
				    Database: !Ref Latest
				    Name: "%s"
				    Description: "%s"
				    QueryString: |""".formatted(id(query.name()), query.title(), query.description()).lines().toList());
		query.text().lines().forEach((line) -> lines.add(line.isEmpty() ? "" : "      " + line));
		return lines;
	}

	/** {@code root_user}: {@code RootUser}. */
	private static String id(String name) {
		return Arrays.stream(name.split("[_-]"))
			.map((word) -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
			.collect(Collectors.joining());
	}

}
