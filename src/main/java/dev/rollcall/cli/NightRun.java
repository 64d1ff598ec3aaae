package dev.rollcall.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.Connection;
import dev.rollcall.collect.Clocks;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.configuration.Configuration;
import dev.rollcall.dataset.NightId;
import dev.rollcall.dataset.Output;
import dev.rollcall.dataset.OutputException;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.input.BadInputException;
import dev.rollcall.input.Mistakes;
import dev.rollcall.job.NightApplication;
import dev.rollcall.job.NightClaim;
import dev.rollcall.job.NightFailure;
import dev.rollcall.job.NightMode;
import dev.rollcall.job.NightOutcome;
import dev.rollcall.job.NightProgress;
import dev.rollcall.job.NightRequest;
import dev.rollcall.job.NightStop;
import dev.rollcall.publication.CommittedRuns;
import org.jspecify.annotations.Nullable;

/** A night as a command runs it: looks at the output, then launches. */
final class NightRun {

	private final SourceCatalog catalog;

	private final Workspace workspace;

	private final NightProgress progress;

	private final NightStop stop;

	private final Clocks clocks;

	private Optional<NightId> night = Optional.empty();

	NightRun(SourceCatalog catalog, Workspace workspace, NightProgress progress, NightStop stop, Clocks clocks) {
		this.stop = stop;
		this.catalog = catalog;
		this.workspace = workspace;
		this.progress = progress;
		this.clocks = clocks;
	}

	/**
	 * Runs a night.
	 * @param warnings what the log is to say first
	 * @throws BadInputException where the output holds nights of the other kind, or the
	 * night was begun as another
	 * @throws NightFailure where the night is not published for a reason of its own
	 */
	NightOutcome run(Wish wish, List<String> warnings) {
		Mistakes mistakes = new Mistakes();
		Optional<Written> written = new WrittenReader(this.catalog).read(wish::configuration, mistakes);
		mistakes.refuse();
		return run(wish, written.orElseThrow(), warnings);
	}

	/**
	 * Runs a night of what is read already.
	 * @param written read with the wish's configuration
	 * @param warnings what the log is to say first
	 */
	NightOutcome run(Wish wish, Written written, List<String> warnings) {
		try {
			NightClaim claim = claim(wish, written);
			this.night = Optional.of(claim.request().night());
			List<String> said = new ArrayList<>(warnings);
			said.addAll(written.warnings(claim.request().today()));
			return run(claim, said);
		}
		finally {
			this.stop.ended();
		}
	}

	/** What the output refuses here it would refuse when all is read. */
	private NightClaim claim(Wish wish, Written written) {
		Instant startedAt = this.clocks.evidence().instant();
		try {
			NightRequest request = new NightRequest(wish.connection(), wish.configuration(), wish.onlyAccounts(),
					wish.onlyRegions(), new NightId(wish.date(), 1, runId(startedAt)), wish.output(),
					CommittedRuns.of(wish.output(), this.workspace), written.controls(), written.waivers(),
					written.design(), wish.mode(), null, this.clocks, startedAt, Version.number());
			return NightClaim.of(request, this.workspace);
		}
		catch (OutputException ex) {
			throw ex.isLasting() ? NightFailure.unusable(ex) : ex;
		}
	}

	private NightOutcome run(NightClaim claim, List<String> warnings) {
		try (claim) {
			return NightApplication.run(claim, this.workspace, this.progress, this.stop, warnings);
		}
		catch (RuntimeException ex) {
			throw this.stop.isRequested() ? NightFailure.stopped() : claim.reason(ex);
		}
	}

	/** The night that was claimed; empty where it came to none. */
	Optional<NightId> night() {
		return this.night;
	}

	/** The id of a run: when it began, and what no other has. */
	static String runId(Instant startedAt) {
		String time = DateTimeFormatter.ofPattern("yyyyMMdd't'HHmmss'z'").withZone(ZoneOffset.UTC).format(startedAt);
		byte[] random = new byte[4];
		ThreadLocalRandom.current().nextBytes(random);
		return time + "-" + HexFormat.of().formatHex(random);
	}

	/** The night that a flag names; today, in UTC, where it was not given. */
	static LocalDate date(@Nullable String flag, Instant now) {
		LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
		return (flag != null) ? date("--date", flag, today) : today;
	}

	/**
	 * The date that a flag names.
	 * @param example one that would be read
	 */
	static LocalDate date(String name, String flag, LocalDate example) {
		try {
			if (flag.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
				return LocalDate.parse(flag);
			}
		}
		catch (DateTimeException ex) {
			// Refused below, as any other text.
		}
		throw new BadInputException(name + ": '" + flag + "': a date such as " + example + " was expected");
	}

	/** The output that a flag or the configuration names. */
	static Output output(String location) {
		try {
			return Output.at(location);
		}
		catch (IllegalArgumentException ex) {
			throw new BadInputException("--out: " + ex.getMessage());
		}
	}

	/** Refuses what is no output, and opens nothing. */
	static void checkOutput(String location) {
		try {
			Output.check(location);
		}
		catch (IllegalArgumentException ex) {
			throw new BadInputException("--out: " + ex.getMessage());
		}
	}

	/** What a published night's exit code is. */
	static ExitCode code(NightOutcome outcome) {
		if (outcome.isIncomplete()) {
			return ExitCode.GAPS;
		}
		return (outcome.failing() > 0) ? ExitCode.FINDINGS : ExitCode.COMPLETE;
	}

	/**
	 * What a command wants.
	 *
	 * @param mode what it does where its date is not untouched
	 */
	record Wish(Connection connection, Configuration configuration, Output output, LocalDate date, NightMode mode,
			Optional<Set<AccountId>> onlyAccounts, Optional<List<String>> onlyRegions) {
	}

}
