package dev.rollcall.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

import static org.assertj.core.api.Assertions.assertThat;

/** What the program says of itself. */
class HelpTests {

	private static final CommandLine PROGRAM = Rollcall.commandLine();

	static Stream<CommandLine> commands() {
		return Stream.concat(Stream.of(PROGRAM), PROGRAM.getSubcommands().values().stream());
	}

	@ParameterizedTest
	@MethodSource("commands")
	void fitsIntoEightyColumnsAndBreaksNoLocation(CommandLine command) {
		assertThat(command.getUsageMessage().lines())
			.allSatisfy((line) -> assertThat(line).hasSizeLessThanOrEqualTo(80).doesNotMatch("\\s*//.*|.*s3:\\s*"));
	}

	@ParameterizedTest
	@MethodSource("commands")
	void listsEveryOptionOnce(CommandLine command) {
		List<String> listed = command.getUsageMessage()
			.lines()
			.filter((line) -> line.matches(" {2}(-., | {4})--[a-z].*"))
			.map((line) -> line.strip().replaceFirst("-., ", "").split("[ =\\[]")[0])
			.toList();
		assertThat(listed).containsExactlyInAnyOrderElementsOf(
				command.getCommandSpec().options().stream().map(OptionSpec::longestName).toList());
	}

	@Test
	void groupsTheOptionsOfACommandThatHasMany() {
		assertThat(Objects.requireNonNull(PROGRAM.getSubcommands().get("run")).getUsageMessage().lines())
			.containsSubsequence("Which night:", "Where nights are kept, and where it goes:",
					"What is asked, and how it is judged:", "Others:");
	}

	@Test
	void everyCommandIsOfOneKind() {
		assertThat(PROGRAM.getSubcommands().values())
			.allSatisfy((command) -> assertThat((Object) command.getCommand()).isInstanceOf(RollcallCommand.class));
	}

	@ParameterizedTest
	@MethodSource("commands")
	void sharesItsBase(CommandLine command) {
		assertThat(command.getCommandSpec().optionsMap()).containsKeys("--help", "--version");
		assertThat(command.getCommandSpec().version()).containsExactly("rollcall " + Version.number());
	}

	@Test
	void listsEveryCommandOnceByWhatItIsFor() {
		List<String> names = new ArrayList<>();
		commandList().filter((line) -> line.matches("  [a-z].*"))
			.forEach((line) -> names.add(line.strip().split(" ")[0]));
		assertThat(names).containsExactlyInAnyOrderElementsOf(PROGRAM.getSubcommands().keySet());
	}

	@Test
	void saysWhatEachExitCodeMeans() {
		assertThat(PROGRAM.getCommandSpec().usageMessage().exitCodeList().keySet())
			.containsAll(Arrays.stream(ExitCode.values()).map((code) -> String.valueOf(code.number())).toList())
			.contains("130, 143", "137");
		assertThat(PROGRAM.getUsageMessage().lines().dropWhile((line) -> !line.equals("Exit codes:")).skip(1))
			.allSatisfy((line) -> assertThat(line).matches(" {2}\\S.*| {15}\\S.*"));
	}

	private static Stream<String> commandList() {
		return PROGRAM.getUsageMessage()
			.lines()
			.dropWhile((line) -> !line.startsWith("Try it"))
			.takeWhile((line) -> !line.equals("Exit codes:"));
	}

}
