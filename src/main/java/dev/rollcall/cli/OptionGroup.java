package dev.rollcall.cli;

import java.util.Arrays;
import java.util.List;

import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Layout;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** What options are about; those of a command that has many are listed so. */
enum OptionGroup {

	NIGHT("Which night", "--date", "--attempt", "--again", "--top-up", "--backdate", "--today"),

	PLACE("Where nights are kept, and where it goes", "--out", "--from", "--to", "--format", "--port"),

	EXTENT("What is asked, and how it is judged", "--config", "--accounts", "--regions", "--csf", "--fail-on"),

	SIMULATION("What is simulated", "--scenario", "--seed", "--drift"),

	TRUST("Whom roles trust, and which keys are used", "--principal", "--organization-id", "--external-id",
			"--no-external-id", "--bucket-key", "--partition"),

	OTHERS("Others");

	/** A list that one sees whole needs no headings. */
	private static final int FEW = 8;

	private final String heading;

	private final List<String> names;

	OptionGroup(String heading, String... names) {
		this.heading = heading;
		this.names = List.of(names);
	}

	/** Has every command of a program list its options so. */
	static void list(CommandLine program) {
		program.getSubcommands()
			.values()
			.forEach((command) -> command.getHelpSectionMap()
				.put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, OptionGroup::text));
	}

	private static String text(Help command) {
		List<OptionSpec> options = command.commandSpec().options();
		if (options.size() <= FEW) {
			return command.optionList();
		}
		StringBuilder text = new StringBuilder();
		for (OptionGroup group : values()) {
			List<OptionSpec> members = options.stream().filter((option) -> of(option) == group).toList();
			if (!members.isEmpty()) {
				Layout layout = command.createDefaultLayout(options, List.of(), command.colorScheme());
				layout.addAllOptions(members, command.parameterLabelRenderer());
				text.append("%n%s:%n%s".formatted(group.heading, layout));
			}
		}
		return text.toString();
	}

	private static OptionGroup of(OptionSpec option) {
		return Arrays.stream(values())
			.filter((group) -> group.names.contains(option.longestName()))
			.findFirst()
			.orElse(OTHERS);
	}

}
