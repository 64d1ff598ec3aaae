package dev.rollcall.cli;

import java.io.PrintWriter;

import dev.rollcall.account.Redaction;
import dev.rollcall.input.BadInputException;
import dev.rollcall.input.OneLine;
import dev.rollcall.input.Suggestion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program: parses its arguments, runs a command, and exits with its code. */
@Command(name = "rollcall", mixinStandardHelpOptions = true, versionProvider = Version.class,
		description = "Calls every account of an AWS Organization, every night."
				+ " It answers, or the report says that it did not and why.",
		subcommands = { DemoCommand.class, RunCommand.class, CheckCommand.class, SimulateCommand.class,
				ReportCommand.class, ExportCommand.class, VerifyCommand.class, PolicyCommand.class, DoctorCommand.class,
				PlanCommand.class, DdlCommand.class, CompletionCommand.class },
		exitCodeListHeading = "%nExit codes:%n",
		exitCodeList = { "0:published and complete, or done", "1:internal error, nothing published",
				"2:usage, configuration, or a restart under another configuration: nothing called;"
						+ " or a heap too small for the roster",
				"3:published and complete, with NON_COMPLIANT findings at or above --fail-on", "4:published, with gaps",
				"5:nothing published: the organization or the list of Regions could not be read, or no account"
						+ " but the one where we run could be entered",
				"6:already published for this date", "7:another run holds this date now",
				"8:the commit's outcome is unknown: verify or the next run finds it",
				"9:verify found a defect, or a night is not what was published",
				"10:the output cannot be used: nothing called, the same again would not help",
				"130, 143:stopped, can be started again", "137:killed, as where memory ran out; can be started again" })
public final class Rollcall implements Runnable {

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec spec;

	/** Runs a command. */
	public static void main(String[] arguments) {
		HomeDirectory.install(System.getenv(), System.getProperties());
		OutboundProxy.install(System.getenv(), System.getProperties())
			.ifPresent((mistake) -> System.err.println("warning: " + mistake));
		System.exit(execute(arguments));
	}

	/**
	 * Runs a command.
	 * @return its exit code
	 */
	static int execute(String... arguments) {
		CommandLine line = commandLine();
		try {
			return line.execute(arguments);
		}
		catch (Error ex) {
			line.getErr().println(ExitCode.INTERNAL_ERROR.sentence(oneLine(Failures.detail(ex))));
			return ExitCode.INTERNAL_ERROR.number();
		}
	}

	/** The program with all its commands. */
	static CommandLine commandLine() {
		CommandLine line = new CommandLine(new Rollcall());
		CommandGroup.list(line);
		OptionGroup.list(line);
		// @file would put a file's words into the arguments, and into what is said of
		// them.
		line.setExpandAtFiles(false);
		line.setParameterExceptionHandler((ex, given) -> {
			PrintWriter err = ex.getCommandLine().getErr();
			err.println(ExitCode.BAD_INPUT.sentence(oneLine(ex.getMessage() + meant(ex))));
			return ExitCode.BAD_INPUT.number();
		});
		line.setExecutionExceptionHandler((ex, command, result) -> {
			if (ex instanceof BadInputException input) {
				return Failures.end(input, command.getErr()).number();
			}
			command.getErr().println(ExitCode.INTERNAL_ERROR.sentence(oneLine(Failures.detail(ex))));
			return ExitCode.INTERNAL_ERROR.number();
		});
		return line;
	}

	/** What was probably meant by a word that is no option and no command. */
	private static String meant(ParameterException ex) {
		if (!(ex instanceof UnmatchedArgumentException unmatched)) {
			return "";
		}
		CommandSpec command = ex.getCommandLine().getCommandSpec();
		String word = unmatched.getUnmatched().get(0).replaceFirst("=.*", "");
		if (!unmatched.isUnknownOption()) {
			return command.subcommands().isEmpty() ? "" : "; " + Suggestion.of(word, command.subcommands().keySet());
		}
		return Suggestion.nearest(word, command.optionsMap().keySet())
			.map((option) -> "; did you mean '" + option + "'?")
			.orElse("");
	}

	/** A text as the last line may show it: in one line, without credentials. */
	static String oneLine(@Nullable String text) {
		return (text != null) ? OneLine.of(Redaction.of(text)) : "";
	}

	@Override
	public void run() {
		throw new ParameterException(this.spec.commandLine(), "A command was expected: "
				+ String.join(", ", this.spec.subcommands().keySet()) + "; --help says more");
	}

}
