package dev.rollcall.collect.iam;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rollcall.account.UnexpectedAnswerException;
import org.jspecify.annotations.Nullable;

/**
 * The credential report: comma-separated values under a header line. Columns are found by
 * name. Only a user's name and the ARN that ends with it may hold commas; whether IAM
 * then quotes them is not documented, so both are read.
 */
final class CredentialReport {

	/** What the report writes where there is no value; anything else is no "never". */
	private static final Set<String> UNKNOWN = Set.of("", "N/A", "no_information", "not_supported");

	private final @Nullable Instant madeAt;

	private final boolean hasRoot;

	/**
	 * Begins to read a report.
	 * @param madeAt when IAM made it
	 * @param hasRoot whether every report of the partition has a row of the root user
	 */
	CredentialReport(@Nullable Instant madeAt, boolean hasRoot) {
		this.madeAt = madeAt;
		this.hasRoot = hasRoot;
	}

	/**
	 * Reads the report.
	 * @throws UnexpectedAnswerException when it is no report, or lacks the root user
	 * where there is one
	 */
	List<Credential> parse(String csv) {
		List<String> lines = csv.lines().filter((line) -> !line.isBlank()).toList();
		if (lines.isEmpty() || !lines.get(0).startsWith("user,arn,")) {
			throw new UnexpectedAnswerException("The credential report has no header line 'user,arn,...'");
		}
		String[] header = lines.get(0).split(",", -1);
		List<Credential> credentials = new ArrayList<>();
		for (String line : lines.subList(1, lines.size())) {
			credentials.add(credential(cells(header, line)));
		}
		if (this.hasRoot && credentials.stream().noneMatch(Credential::root)) {
			throw new UnexpectedAnswerException("The credential report has no row " + Credential.ROOT);
		}
		return credentials;
	}

	private static Map<String, String> cells(String[] header, String line) {
		String[] values = values(line, header.length);
		if (values.length < header.length) {
			throw new UnexpectedAnswerException("A line of the credential report has " + values.length
					+ " values where " + header.length + " were expected");
		}
		Map<String, String> cells = new HashMap<>();
		for (int i = 0; i < header.length; i++) {
			cells.put(header[i], values[i]);
		}
		return cells;
	}

	private static String[] values(String line, int columns) {
		String[] parts = line.split(",", -1);
		int commas = (parts.length - columns) / 2;
		if (commas <= 0) {
			return parts;
		}
		List<String> all = List.of(parts);
		List<String> values = new ArrayList<>();
		values.add(joined(all.subList(0, commas + 1)));
		values.add(joined(all.subList(commas + 1, 2 * commas + 2)));
		values.addAll(all.subList(2 * commas + 2, all.size()));
		return values.toArray(String[]::new);
	}

	private static String joined(List<String> parts) {
		return String.join(",", parts).replace("\"", "");
	}

	private Credential credential(Map<String, String> cells) {
		String user = cells.getOrDefault("user", "");
		return new Credential(user, cells.getOrDefault("arn", ""), user.equals(Credential.ROOT),
				time(cells, "user_creation_time"), flag(cells, "password_enabled"), time(cells, "password_last_used"),
				time(cells, "password_last_changed"), flag(cells, "mfa_active"), flag(cells, "access_key_1_active"),
				time(cells, "access_key_1_last_rotated"), time(cells, "access_key_1_last_used_date"),
				flag(cells, "access_key_2_active"), time(cells, "access_key_2_last_rotated"),
				time(cells, "access_key_2_last_used_date"), flag(cells, "cert_1_active"), flag(cells, "cert_2_active"),
				this.madeAt);
	}

	private static @Nullable Boolean flag(Map<String, String> cells, String column) {
		String value = cells.getOrDefault(column, "").trim();
		if (UNKNOWN.contains(value)) {
			return null;
		}
		return switch (value) {
			case "true", "TRUE" -> true;
			case "false", "FALSE" -> false;
			default -> throw new UnexpectedAnswerException(
					"The credential report has '" + value + "' as " + column + " where true or false was expected");
		};
	}

	private static @Nullable Instant time(Map<String, String> cells, String column) {
		String value = cells.getOrDefault(column, "").trim();
		if (UNKNOWN.contains(value)) {
			return null;
		}
		try {
			return OffsetDateTime.parse(value).toInstant();
		}
		catch (DateTimeException ex) {
			throw new UnexpectedAnswerException(
					"The credential report has '" + value + "' as " + column + " where a time was expected");
		}
	}

}
