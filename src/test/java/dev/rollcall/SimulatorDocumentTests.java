package dev.rollcall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rollcall.simulator.ScenarioReader;
import dev.rollcall.simulator.world.Member;
import dev.rollcall.simulator.world.World;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What docs/simulator.md lists is what the simulator has. */
class SimulatorDocumentTests {

	private static final Pattern EXAMPLE = Pattern.compile("\\| ([0-9]+) \\| ([0-9]{12}) \\|.*");

	private static final Pattern COMPANY = Pattern.compile("\\| ([0-9]{12}) \\| ([^|]+) \\|.*");

	@Test
	void listsEveryAccountOfTheExample() throws IOException {
		assertThat(matches(EXAMPLE).map((row) -> row.group(1) + " " + row.group(2))).containsExactlyElementsOf(
				members("example").stream().map((member) -> member.position() + " " + member.id()).toList());
	}

	@Test
	void namesAccountsOfTheCompanyByTheirIds() throws IOException {
		Map<String, String> names = members("company").stream().collect(Collectors.toMap(Member::id, Member::name));
		List<Matcher> rows = matches(COMPANY).toList();
		assertThat(rows).hasSizeGreaterThan(20)
			.allSatisfy((row) -> assertThat(names).containsEntry(row.group(1), row.group(2)));
	}

	private static Stream<Matcher> matches(Pattern row) throws IOException {
		return Files.readAllLines(Path.of("docs/simulator.md")).stream().map(row::matcher).filter(Matcher::matches);
	}

	private static List<Member> members(String scenario) throws IOException {
		Path file = Path.of("src/main/resources/scenarios/" + scenario + ".yaml");
		return new World(ScenarioReader.read(scenario, Files.readString(file)).outline(), LocalDate.parse("2026-11-20"))
			.members(0)
			.toList();
	}

}
