package dev.rollcall.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** {@code completion}: what makes a shell complete commands and options. */
@Command(name = "completion",
		description = "Prints a script that makes bash and zsh complete this program's commands and options:"
				+ " 'source <(rollcall completion)'. It completes what is called 'rollcall', such as the script"
				+ " of that name that calls the jar. Calls nothing.")
final class CompletionCommand extends RollcallCommand {

	@Override
	public Integer call() {
		out().print(AutoComplete.bash(program().name(), program().commandLine()));
		out().flush();
		return ExitCode.COMPLETE.number();
	}

}
