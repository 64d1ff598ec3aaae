package dev.rollcall.truth;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;

/**
 * What a saved query comes to in the example: a line of {@code queries.txt}.
 *
 * @param expression over the query's rows
 * @param number what that comes to
 */
public record QueryTruth(String query, String rows, String expression, String number) {

	/** Whose finding of {@code root.mfa} the trail is asked for. */
	public static final String ASKED_ACCOUNT = Truth.id("05-payments-dev");

	/** All of them. */
	public static List<QueryTruth> all() throws IOException {
		return Files.readAllLines(Truth.FOLDER.resolve("queries.txt"))
			.stream()
			.filter((line) -> !line.isBlank() && !line.startsWith("#"))
			.map((line) -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
			.map((words) -> new QueryTruth(words.get(0), words.get(1), words.get(2), words.get(3)))
			.toList();
	}

	/** A query that gives the rows and the number of another. */
	public String over(String text) {
		return "SELECT count(*), coalesce(" + this.expression + ", 0) FROM (\n" + text + "\n) q";
	}

}
