package dev.rollcall.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.input.Mistakes;
import dev.rollcall.input.SqlText;
import dev.rollcall.job.NightApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** No projection may take the name of a table that a night is judged by. */
class ReservedNamesTests {

	/** How the program's own SQL names a table or view that it makes. */
	private static final Pattern MADE = Pattern
		.compile("(?:CREATE OR REPLACE (?:TABLE|VIEW)|CREATE TABLE|viewEarlier\\(\") ?([a-z_]+)");

	private static final NightShape SHAPE = NightApplication.shape(Shipped.SOURCES);

	@RegisterExtension
	final TwoNights nights = new TwoNights();

	private final ReservedNames names = new ReservedNames(SHAPE);

	@Test
	void refusesEveryTableThatJudgingMakes() {
		assertThat(judged()).contains("evaluated", "previous_finding", "matched")
			.allSatisfy((table) -> assertThat(this.names.refusal(table)).as(table).isPresent());
	}

	@Test
	void refusesEveryTableThatARehearsalMakes() {
		assertThat(rehearsed()).contains("rehearsal_cell")
			.allSatisfy((table) -> assertThat(this.names.refusal(table)).as(table).isPresent());
	}

	@Test
	void refusesEveryTableThatTheProgramsTextMakes() {
		assertThat(written()).contains("night_score", "earlier_score")
			.allSatisfy((table) -> assertThat(this.names.refusal(table)).as(table).isPresent());
	}

	@Test
	void reservesNoNameThatNothingHas() {
		Set<String> made = judged();
		made.addAll(rehearsed());
		made.addAll(written());
		assertThat(made).containsAll(ReservedNames.WORKING);
	}

	private Set<String> judged() {
		this.nights.tonight("bad", "NON_COMPLIANT");
		Set<String> tables = new TreeSet<>(this.nights.tables());
		// A projection, whose file somebody may replace.
		tables.remove("refused_source");
		return tables;
	}

	private static Set<String> rehearsed() {
		Set<String> tables = new TreeSet<>();
		Control control = Shipped.CONTROLS.controls().get(0);
		try (Workspace workspace = new Workspace(); Database database = new Database(workspace.directory("names"))) {
			SHAPE.schemas().forEach(database::table);
			JudgedDatasets.ALL.forEach(database::table);
			ControlRehearsal rehearsal = new ControlRehearsal(database, SHAPE, Shipped.CONTROLS.projections(),
					new Mistakes());
			rehearsal.run(Map.of(control, new SqlText(control.id(), 1, control.sql())));
			database.query("SELECT table_name FROM information_schema.tables",
					(row) -> tables.add(row.requiredText(1)));
		}
		Shipped.CONTROLS.projections().ofEvidence().forEach((projection) -> tables.remove(projection.name()));
		Shipped.CONTROLS.projections().ofFindings().forEach((projection) -> tables.remove(projection.name()));
		return tables;
	}

	private static Set<String> written() {
		Set<String> tables = new TreeSet<>();
		for (String folder : Set.of("control", "job")) {
			try (Stream<Path> files = Files.list(Path.of("src/main/java/dev/rollcall", folder))) {
				files
					.forEach((file) -> MADE.matcher(text(file)).results().forEach((made) -> tables.add(made.group(1))));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return tables;
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
