package dev.rollcall.cli;

import java.util.List;

import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.UsageMessageSpec;

/** What commands are for, in the order in which somebody new comes to need them. */
enum CommandGroup {

	TRY("Try it, without AWS", "demo", "simulate"),

	PREPARE("Prepare a night", "policy", "check", "doctor", "plan"),

	RUN("Run a night", "run"),

	READ("Read what nights left behind", "report", "verify", "ddl", "export"),

	SHELL("For the shell", "completion");

	private static final int NAMES = 14;

	private final String heading;

	private final List<String> commands;

	CommandGroup(String heading, String... commands) {
		this.heading = heading;
		this.commands = List.of(commands);
	}

	/** Has a program list its commands by what they are for. */
	static void list(CommandLine program) {
		program.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, (help) -> "");
		program.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, CommandGroup::text);
	}

	private static String text(Help program) {
		StringBuilder text = new StringBuilder();
		for (CommandGroup group : values()) {
			text.append(System.lineSeparator()).append(group.heading).append(':').append(System.lineSeparator());
			text.append(group.table(program));
		}
		return text.toString();
	}

	private TextTable table(Help program) {
		int width = program.commandSpec().usageMessage().width();
		TextTable table = TextTable.forColumns(program.colorScheme(), new Column(NAMES, 2, Overflow.SPAN),
				new Column(width - NAMES, 0, Overflow.WRAP));
		program.subcommands().forEach((name, command) -> {
			if (this.commands.contains(name)) {
				String[] description = command.commandSpec().usageMessage().description();
				table.addRowValues(name, firstSentence(String.join(" ", description)));
			}
		});
		return table;
	}

	private static String firstSentence(String description) {
		int end = description.indexOf(". ");
		return (end < 0) ? description : description.substring(0, end + 1);
	}

}
