package dev.rollcall.export;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Findings as calls of {@code BatchImportFindings} take them, a call a line: of one
 * account and Region, 100 at most, 6 MB at most.
 */
final class AsffBatches {

	private static final int MOST_FINDINGS = 100;

	private static final int MOST_BYTES = 6_000_000;

	private static final String BEGIN = "{\"Findings\":[";

	private static final String END = "]}\n";

	private final Lines lines;

	private final List<String> findings = new ArrayList<>();

	private String destination = "";

	private long bytes;

	AsffBatches(Lines lines) {
		this.lines = lines;
	}

	/**
	 * Adds a finding.
	 * @param destination where it is to be imported: those of the same come one after
	 * another
	 */
	void add(String destination, String finding) {
		long more = finding.getBytes(StandardCharsets.UTF_8).length + 1L;
		boolean full = this.findings.size() == MOST_FINDINGS
				|| this.bytes + more + BEGIN.length() + END.length() > MOST_BYTES;
		if (full || !this.destination.equals(destination)) {
			end();
		}
		this.destination = destination;
		this.findings.add(finding);
		this.bytes += more;
	}

	/** Writes what is left. */
	void end() {
		if (!this.findings.isEmpty()) {
			this.lines.add(BEGIN + String.join(",", this.findings) + END);
		}
		this.findings.clear();
		this.bytes = 0;
	}

}
