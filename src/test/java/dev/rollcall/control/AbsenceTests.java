package dev.rollcall.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rollcall.cli.VerdictNight;
import dev.rollcall.collect.CellStatus;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.dataset.Schema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Silence is no pass: no control says better of a night in which rows are missing though
 * every cell was read, nor of one in which cells are gaps. Where a control's own fact is
 * that something is not there, {@code legitimate-absence.txt} says so.
 */
class AbsenceTests {

	/** Rows and cells are taken away in so many parts, one after the other. */
	private static final int PARTS = 2;

	private static final Map<String, Set<String>> LEGITIMATE = legitimate();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private static Path directory;

	@SuppressWarnings("NullAway.Init")
	private static PublishedEvidence night;

	private static final Map<String, Worst> WHOLE = new LinkedHashMap<>();

	@BeforeAll
	static void publishTheExample() {
		VerdictNight.ofExample(directory.resolve("out"));
		night = new PublishedEvidence(directory.resolve("out"));
		Shipped.CONTROLS.controls().forEach((control) -> WHOLE.put(control.id(), night.judge(control)));
	}

	@AfterAll
	static void close() {
		night.close();
	}

	private static Map<String, Set<String>> legitimate() {
		Map<String, Set<String>> legitimate = new LinkedHashMap<>();
		try (Stream<String> lines = Files.lines(Path.of("src/test/resources/legitimate-absence.txt"))) {
			lines.filter((line) -> !line.isBlank() && !line.startsWith("#")).forEach((line) -> {
				String[] words = line.split("\\s+", 3);
				assertThat(words[2]).as(line).startsWith("because ");
				legitimate.computeIfAbsent(words[0], (dataset) -> new TreeSet<>()).add(words[1]);
			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return legitimate;
	}

	static Stream<String> datasets() {
		Set<String> shown = new TreeSet<>();
		Shipped.SOURCES.evidence().forEach((type) -> shown.add(Schema.ofEvidence(type).dataset()));
		shown.remove("account_tags");
		return shown.stream();
	}

	static Stream<String> sources() {
		return Shipped.SOURCES.names().stream();
	}

	@Test
	void startsFromANightWithVerdictsOfEveryKind() {
		assertThat(WHOLE.values()).flatExtracting((control) -> control.verdicts().values()).contains(Verdict.values());
	}

	@ParameterizedTest
	@MethodSource("datasets")
	void noMissingRowIsTakenForAPass(String dataset) {
		Set<String> legitimate = LEGITIMATE.getOrDefault(dataset, Set.of());
		Set<String> flattered = new TreeSet<>();
		List<String> wrong = new ArrayList<>();
		for (String missing : missing(dataset)) {
			night.without(dataset, missing);
			flatteredControls((control) -> night.reads(control, dataset)).forEach((control, found) -> {
				flattered.add(control);
				if (!legitimate.contains(control)) {
					wrong.add(control + " where " + missing + ": " + found);
				}
			});
			night.putBack(dataset);
		}
		assertThat(wrong).isEmpty();
		assertThat(flattered).as("legitimate-absence.txt names what no longer is").containsAll(legitimate);
	}

	@Test
	void nothingAtAllIsTakenForAPass() {
		datasets().forEach((dataset) -> night.without(dataset, "true"));
		Set<String> passed = new TreeSet<>();
		for (Control control : Shipped.CONTROLS.controls()) {
			if (night.judge(control).verdicts().containsValue(Verdict.COMPLIANT)) {
				passed.add(control.id());
			}
		}
		datasets().forEach(night::putBack);
		assertThat(passed).isEqualTo(LEGITIMATE.getOrDefault("all", Set.of()));
	}

	/** All rows; those of some accounts; some rows of each. */
	private static List<String> missing(String dataset) {
		List<String> conditions = new ArrayList<>(List.of("true"));
		for (int part = 0; part < PARTS; part++) {
			conditions.add("hash(account_id) %% %d = %d".formatted(PARTS, part));
			conditions.add("hash(%s) %% %d = %d".formatted(said(dataset), PARTS, part));
		}
		return conditions;
	}

	/**
	 * What a row says, without the run and the time, else each run would leave out
	 * others.
	 */
	private static String said(String dataset) {
		return Objects.requireNonNull(NightTables.SCHEMAS.get(dataset))
			.columns()
			.stream()
			.map((column) -> column.name())
			.filter((name) -> !name.equals("run_id") && !name.equals("collected_at"))
			.collect(Collectors.joining("\", \"", "\"", "\""));
	}

	@ParameterizedTest
	@MethodSource("sources")
	void noGapIsTakenForAPass(String name) {
		SourceDefinition source = Shipped.SOURCES.definitions()
			.stream()
			.filter((other) -> other.name().equals(name))
			.findFirst()
			.orElseThrow();
		List<String> wrong = new ArrayList<>();
		for (CellStatus gap : CellStatus.values()) {
			if (gap.isGap()) {
				String unread = (gap == CellStatus.DENIED) ? "true" : part(gap.ordinal());
				close(source, gap, unread);
				flatteredControls((control) -> night.looksAt(control, source) || control.sources().contains(name))
					.forEach((control, found) -> wrong.add(control + " where " + unread + " is " + gap + ": " + found));
				putBack(source);
			}
		}
		assertThat(wrong).isEmpty();
	}

	private static String part(int number) {
		return "hash(account_id, region) %% %d = %d".formatted(PARTS, number % PARTS);
	}

	/** A gap leaves no row of its cell. */
	private static void close(SourceDefinition source, CellStatus gap, String unread) {
		night.with("coverage",
				"status = '%s', gap = true, operation = '%s', error_code = 'Code', unread_verdict = 'INSUFFICIENT_DATA', unread_reason = 'Closed.'"
					.formatted(gap, source.operations().get(0)),
				"source = '%s' AND status IN ('READ', 'NOT_ENABLED') AND %s".formatted(source.name(), unread));
		evidence(source).forEach((dataset) -> night.without(dataset,
				"""
						source = '%s' AND EXISTS (SELECT 1 FROM coverage c WHERE c.source = '%s' AND c.gap AND %s)"""
					.formatted(source.name(), source.name(),
							source.isOrganizational() ? "true"
									: "c.account_id = \"%s\".account_id AND c.region IN (\"%s\".region, 'global')"
										.formatted(dataset, dataset))));
	}

	private static void putBack(SourceDefinition source) {
		night.putBack("coverage");
		evidence(source).forEach(night::putBack);
	}

	private static List<String> evidence(SourceDefinition source) {
		return source.evidence()
			.stream()
			.map((type) -> Schema.ofEvidence(type).dataset())
			.filter((dataset) -> !dataset.equals("account_tags"))
			.toList();
	}

	/** The controls that say better of the night as it is than of the whole one. */
	private static Map<String, List<String>> flatteredControls(Predicate<Control> affected) {
		Map<String, List<String>> flattered = new LinkedHashMap<>();
		for (Control control : Shipped.CONTROLS.controls()) {
			if (affected.test(control)) {
				List<String> found = Objects.requireNonNull(WHOLE.get(control.id())).flatteredBy(night.judge(control));
				if (!found.isEmpty()) {
					flattered.put(control.id(), found.subList(0, Math.min(3, found.size())));
				}
			}
		}
		return flattered;
	}

}
