package dev.rollcall.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * What all commands have: {@code --help} and {@code --version}, options in the order in
 * which they are read, and where they speak.
 */
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, sortSynopsis = false)
abstract class RollcallCommand implements Callable<Integer> {

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec spec;

	/** Where results go. */
	PrintWriter out() {
		return this.spec.commandLine().getOut();
	}

	/** Where it says how it ended, and anything else that is no result. */
	PrintWriter err() {
		return this.spec.commandLine().getErr();
	}

	/** Says the last line. */
	ExitCode end(ExitCode code, String detail) {
		return code.tell(err(), detail);
	}

	/** Ends with the code of a failure. */
	int end(RuntimeException failure) {
		return Failures.end(failure, err()).number();
	}

	/** The program that it is a command of. */
	CommandSpec program() {
		return this.spec.root();
	}

}
