package dev.rollcall.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.rollcall.dataset.Output;
import dev.rollcall.dataset.OutputException;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.input.BadInputException;
import dev.rollcall.job.NightStop;
import dev.rollcall.publication.PublicKeys;
import dev.rollcall.publication.Verification;
import dev.rollcall.publication.VerificationReport;
import dev.rollcall.publication.VerificationScope;
import dev.rollcall.publication.VerifiedNight;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code verify}: whether nights are what was published. */
@Command(name = "verify",
		description = "Holds every published night to its manifest, and all to their chain, and names what was"
				+ " altered, is missing, does not belong, or was moved. Works on a bucket and on a copy of one;"
				+ " writes nothing. Exits with 9 where something is wrong.")
final class VerifyCommand extends RollcallCommand {

	@Parameters(paramLabel = "OUT", description = "Where nights are kept: a path, file:DIR or%ns3://BUCKET/PREFIX")
	private String out = "";

	@Option(names = "--from", paramLabel = "YYYY-MM-DD", description = "The first night (default: of all)")
	private @Nullable String from;

	@Option(names = "--to", paramLabel = "YYYY-MM-DD", description = "The last night (default: of all)")
	private @Nullable String to;

	@Option(names = "--expect-latest", paramLabel = "HASH",
			description = "The manifest hash that the last night must have: nights cut off at the end show only so")
	private @Nullable String expectedLatest;

	@Option(names = "--public-key", paramLabel = "FILE",
			description = "A key whose signatures are believed (PEM or DER); every night must then be signed."
					+ " Can be given again for other keys")
	private List<Path> publicKeys = new ArrayList<>();

	@Option(names = "--json", description = "Prints one JSON document instead")
	private boolean json;

	@Override
	public Integer call() {
		Logging.startQuietly();
		VerificationScope scope = new VerificationScope(date("--from", this.from), date("--to", this.to), hash());
		if (scope.from() != null && scope.to() != null && scope.from().isAfter(scope.to())) {
			throw new BadInputException("--from: " + scope.from() + ": a date up to " + scope.to() + " was expected");
		}
		PublicKeys keys = keys();
		Output output = output();
		try (Workspace workspace = new Workspace();
				Stop stop = new Stop(workspace, new NightStop());
				VerifyProgress progress = new VerifyProgress()) {
			VerificationReport report = new Verification(output, workspace, scope, keys, progress).run();
			progress.close();
			return report(report).number();
		}
		catch (OutputException ex) {
			return unread(ex.getMessage());
		}
		catch (RuntimeException ex) {
			return end(ex);
		}
	}

	private int unread(@Nullable String message) {
		err().println(
				"rollcall: not all could be read, so nothing is certain: " + Rollcall.oneLine(message) + " (exit 1)");
		return ExitCode.INTERNAL_ERROR.number();
	}

	private static @Nullable LocalDate date(String flag, @Nullable String value) {
		try {
			return (value != null) ? LocalDate.parse(value) : null;
		}
		catch (DateTimeException ex) {
			throw new BadInputException(flag + ": '" + value + "': a date such as 2026-11-20 was expected");
		}
	}

	private @Nullable String hash() {
		if (this.expectedLatest == null) {
			return null;
		}
		String hash = this.expectedLatest.toLowerCase(Locale.ROOT);
		if (!hash.matches("[0-9a-f]{64}")) {
			throw new BadInputException(
					"--expect-latest: '" + this.expectedLatest + "': 64 hexadecimal digits were" + " expected");
		}
		return hash;
	}

	private PublicKeys keys() {
		try {
			return PublicKeys.of(this.publicKeys);
		}
		catch (IllegalArgumentException ex) {
			throw new BadInputException("--public-key: " + ex.getMessage());
		}
	}

	private Output output() {
		try {
			return Output.at(this.out);
		}
		catch (IllegalArgumentException ex) {
			throw new BadInputException("OUT: " + ex.getMessage());
		}
	}

	private ExitCode report(VerificationReport report) {
		PrintWriter to = out();
		if (this.json) {
			to.println(report.toJson());
		}
		else {
			print(report, to);
		}
		to.flush();
		if (!report.defects().isEmpty()) {
			int others = report.defects().size() - 1;
			return end(ExitCode.ALTERED, report.defects().get(0) + ((others > 0) ? " (and " + others + " more)" : ""));
		}
		if (report.nights().isEmpty()) {
			return end(ExitCode.BAD_INPUT, "OUT: " + report.output() + " holds no published night in the range"
					+ report.notes().stream().findFirst().map((note) -> "; " + note).orElse(""));
		}
		if (!report.unread().isEmpty()) {
			unread(report.unread().get(0));
			return ExitCode.INTERNAL_ERROR;
		}
		return sound(report);
	}

	private ExitCode sound(VerificationReport report) {
		int missing = report.missingNights().size();
		err().println("rollcall: %s what was published%s; latest manifest %s (exit 0)".formatted(nights(report),
				(missing == 0) ? ""
						: "; no night on " + missing + ((missing == 1) ? " date between" : " dates between"),
				report.latestManifestSha256()));
		return ExitCode.COMPLETE;
	}

	/** A date is a night, however many attempts it has. */
	private static String nights(VerificationReport report) {
		List<LocalDate> dates = report.nights().stream().map(VerifiedNight::snapshotDate).distinct().sorted().toList();
		int attempts = report.nights().size();
		String which = (dates.size() == 1) ? "the night of " + dates.get(0)
				: dates.size() + " nights from " + dates.get(0) + " to " + dates.get(dates.size() - 1);
		return which + ((attempts > dates.size()) ? ", in " + attempts + " attempts," : "")
				+ ((dates.size() == 1) ? " is" : " are");
	}

	private static void print(VerificationReport report, PrintWriter to) {
		for (VerifiedNight night : report.nights()) {
			to.println("%s  attempt %d  %s  %d objects  %s  manifest %s  %s%s%s".formatted(night.snapshotDate(),
					night.attempt(), state(night), night.objects(), size(night.bytes()), night.manifestSha256(),
					night.signature().inWords(), night.partial() ? "  partial" : "",
					night.simulated() ? "  simulated" : ""));
		}
		report.missingNights().forEach((date) -> to.println(date + "  no run"));
		report.defects().forEach((defect) -> to.println("defect: " + defect));
		report.unread().forEach((message) -> to.println("not read: " + Rollcall.oneLine(message)));
		report.notes().forEach((note) -> to.println("note: " + note));
	}

	private static String state(VerifiedNight night) {
		if (!night.defects().isEmpty()) {
			return "DEFECT";
		}
		return night.unread().isEmpty() ? "ok    " : "UNREAD";
	}

	private static String size(long bytes) {
		return (bytes < 1_000_000) ? (bytes + 999) / 1000 + " kB" : (bytes + 500_000) / 1_000_000 + " MB";
	}

}
