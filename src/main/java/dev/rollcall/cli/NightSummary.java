package dev.rollcall.cli;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.rollcall.dataset.NightId;
import dev.rollcall.job.NightFigures.GapKind;
import dev.rollcall.job.NightOutcome;
import dev.rollcall.notice.Notice;

/**
 * How a night ended, as logs and others are told.
 *
 * @param night empty where none was claimed
 * @param outcome empty where it was not published
 * @param lastLine what is said to a person, in one line
 * @param metrics of a published night
 */
record NightSummary(ExitCode code, Optional<NightId> night, Optional<NightOutcome> outcome, String lastLine,
		Map<String, Number> metrics) {

	/** Its members as one object has them, those that name the night apart. */
	Map<String, Object> members() {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("exit_code", this.code.number());
		members.put("published", this.outcome.isPresent());
		this.outcome.ifPresent((published) -> put(members, published));
		members.put("last_line", this.lastLine);
		return members;
	}

	private static void put(Map<String, Object> members, NightOutcome outcome) {
		members.put("partial", outcome.partial());
		members.put("accounts", outcome.accounts());
		members.put("accounts_not_entered", outcome.figures().accountsNotEntered());
		members.put("cells", outcome.cells());
		members.put("cells_by_status", outcome.figures().cells());
		members.put("gaps", outcome.gaps());
		members.put("expected_gaps", outcome.expectedGaps());
		members.put("gaps_by_kind", outcome.figures().gaps().stream().map(NightSummary::gap).toList());
		members.put("findings", outcome.findings());
		members.put("non_compliant", outcome.nonCompliant());
		members.put("non_compliant_by_severity", outcome.figures().nonCompliant());
		members.put("calls", outcome.figures().calls());
		members.put("retries", outcome.figures().retries());
		members.put("throttles", outcome.figures().throttles());
		members.put("workbook", outcome.location());
	}

	private static Map<String, Object> gap(GapKind kind) {
		Map<String, Object> gap = new LinkedHashMap<>();
		gap.put("status", kind.status());
		if (!kind.deniedBy().isEmpty()) {
			gap.put("denied_by", kind.deniedBy());
		}
		gap.put("cells", kind.cells());
		return gap;
	}

	/**
	 * Whether others are told. A night that is published already, or that another launch
	 * makes, has not ended here; one that a signal ends goes on elsewhere.
	 */
	boolean isToBeTold() {
		return !this.lastLine.isEmpty() && this.code != ExitCode.ALREADY_PUBLISHED && this.code != ExitCode.HELD;
	}

	/** What they are told. */
	Notice notice(Instant at) {
		Map<String, Object> members = new LinkedHashMap<>();
		this.night.ifPresent((claimed) -> {
			members.put("run_id", claimed.runId());
			members.put("date", claimed.snapshotDate().toString());
			members.put("attempt", claimed.attempt());
		});
		members.putAll(members());
		return new Notice(this.code.number(), this.outcome.isPresent(), at, subject(), text(), members, this.metrics);
	}

	private String subject() {
		return "Rollcall" + this.night.map((claimed) -> " " + claimed.snapshotDate()).orElse("") + ", exit "
				+ this.code.number() + ": " + this.code.meaning();
	}

	private String text() {
		StringBuilder text = new StringBuilder(this.lastLine).append("\n");
		this.night.ifPresent((claimed) -> text.append("\nNight: %s, attempt %d, run %s"
			.formatted(claimed.snapshotDate(), claimed.attempt(), claimed.runId())));
		this.outcome.ifPresent((published) -> text.append("\nWorkbook: ")
			.append(Rollcall.oneLine(published.location()))
			.append("\nFindings: %d, NON_COMPLIANT %d".formatted(published.findings(), published.nonCompliant()))
			.append("\nGaps: %d, of which %d are expected".formatted(published.gaps(), published.expectedGaps()))
			.append(published.figures().gaps().stream().map(NightSummary::line).collect(Collectors.joining())));
		return text.append("\n\ndocs/runbook.md says by exit code what to do.\n").toString();
	}

	private static String line(GapKind kind) {
		return "\n  " + kind.status() + (kind.deniedBy().isEmpty() ? "" : " by " + kind.deniedBy()) + ": "
				+ kind.cells();
	}

}
