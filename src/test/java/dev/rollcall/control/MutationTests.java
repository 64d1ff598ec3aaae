package dev.rollcall.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.input.YamlMapping;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the tests of a control notice when its SQL is changed: one change of each
 * control, all with {@code -Drollcall.mutants=all}, or all of some controls with their
 * ids there. Changes that change nothing stand in {@code equivalent-mutants.yaml}, each
 * with the reason why.
 */
@Tag("once")
class MutationTests {

	private static final Set<String> WANTED = Set.of(System.getProperty("rollcall.mutants", "").split(","));

	private static final boolean ALL = !WANTED.contains("");

	private static final Map<String, Map<String, String>> EQUIVALENT = equivalent();

	private final MutantTrial trial = new MutantTrial();

	@ParameterizedTest
	@MethodSource("controls")
	void areNoticed(String id) {
		List<Mutant> mutants = mutants(id);
		Set<String> equivalent = EQUIVALENT.getOrDefault(id, Map.of()).keySet();
		Set<String> unnoticed = new TreeSet<>();
		List<Mutant> tried = ALL ? mutants : one(mutants, equivalent);
		for (Mutant mutant : tried) {
			if (this.trial.run(mutant.control()).isEmpty()) {
				unnoticed.add(mutant.what());
			}
		}
		if (ALL) {
			System.out.printf("%s: %d mutants, %d noticed, %d equivalent%n", id, mutants.size(),
					mutants.size() - unnoticed.size(), equivalent.size());
		}
		assertThat(unnoticed).isEqualTo(ALL ? new TreeSet<>(equivalent) : Set.of());
	}

	/** Else a mutant would be noticed for having been written anew. */
	@ParameterizedTest
	@MethodSource("controlsWrittenAnew")
	void areNotNoticedWhereNothingIsChanged(String id) {
		Control control = Shipped.control(id);
		try (Workspace workspace = new Workspace(); Database database = new Database(workspace.directory("same"))) {
			assertThat(this.trial.run(Mutants.same(control, database))).isEmpty();
		}
	}

	@Test
	void areThereWhereTheyAreCalledEquivalent() {
		EQUIVALENT.forEach(
				(id, equivalent) -> assertThat(mutants(id)).extracting(Mutant::what).containsAll(equivalent.keySet()));
	}

	static Stream<String> controls() {
		return Shipped.CONTROLS.controls()
			.stream()
			.map(Control::id)
			.filter((id) -> !ALL || WANTED.contains("all") || WANTED.contains(id));
	}

	/**
	 * One, where not all mutants are tried: what is held is the harness, not the control.
	 */
	static Stream<String> controlsWrittenAnew() {
		return controls().limit(ALL ? Long.MAX_VALUE : 1);
	}

	private static List<Mutant> mutants(String id) {
		try (Workspace workspace = new Workspace(); Database database = new Database(workspace.directory("mutants"))) {
			return Mutants.of(Shipped.control(id), database);
		}
	}

	/** Which of them goes by the statement, so that controls differ in the kind. */
	private static List<Mutant> one(List<Mutant> mutants, Set<String> equivalent) {
		List<Mutant> real = mutants.stream().filter((mutant) -> !equivalent.contains(mutant.what())).toList();
		int any = Math.floorMod(mutants.get(0).control().sqlSha256().hashCode(), real.size());
		return List.of(real.get(any));
	}

	/** What is equivalent, and why, by control. */
	private static Map<String, Map<String, String>> equivalent() {
		try {
			Path file = Path.of("src/test/resources/equivalent-mutants.yaml");
			YamlMapping controls = YamlMapping.read(file.toString(), 1, Files.readString(file));
			Map<String, Map<String, String>> equivalent = new HashMap<>();
			for (String control : controls.keys()) {
				YamlMapping mutants = controls.mapping(control);
				Map<String, String> reasons = new HashMap<>();
				mutants.keys().forEach((mutant) -> reasons.put(mutant, mutants.requiredText(mutant)));
				equivalent.put(control, reasons);
			}
			return equivalent;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
