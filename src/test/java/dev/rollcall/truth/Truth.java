package dev.rollcall.truth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rollcall.simulator.world.World;
import dev.rollcall.truth.Claims.Claim;
import dev.rollcall.truth.TruthFile.Line;

/**
 * The truth of the scenario {@code example}; {@code accounts.txt} explains how it is
 * written.
 */
final class Truth {

	static final Path FOLDER = Path.of("src/test/resources/truth");

	/** How many accounts the example has on day 0; who joins is listed behind them. */
	private static final int ACCOUNTS = 24;

	/** What a change of an account as a whole has for control, Region and resource. */
	private static final String WHOLE = "null";

	private final TruthFile accounts;

	private final Map<String, String> names;

	private final Slots slots;

	private Truth(TruthFile accounts) {
		this.accounts = accounts;
		List<String> all = accounts.table("accounts").stream().map((line) -> line.word("account")).toList();
		this.names = all.stream().collect(Collectors.toMap(Truth::id, Function.identity()));
		this.slots = new Slots(Set.copyOf(all.subList(0, ACCOUNTS)), accounts.table("closed"));
	}

	static Truth read() {
		return new Truth(TruthFile.read(FOLDER.resolve("accounts.txt")));
	}

	/** The files that speak of controls, of sources' cells, or of derived datasets. */
	static List<TruthFile> files(String kind) {
		try (Stream<Path> files = Files.list(FOLDER.resolve(kind))) {
			return files.sorted().map(TruthFile::read).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What the controls say, as {@link #slot} and {@link Rows}. */
	Claims verdicts() {
		return verdicts(files("controls"));
	}

	Claims verdicts(List<TruthFile> controls) {
		return claims(controls, "verdicts", "verdict", (line) -> Rows.of(line.word("verdict")).toString());
	}

	/** What becomes of the cells, as {@link #slot} and status. */
	Claims coverage() {
		return claims(files("coverage"), "coverage", "status", (line) -> line.word("status"));
	}

	/** The rows of a derived dataset, as {@link #slot} and the words of its columns. */
	Claims derived(TruthFile file) {
		List<String> columns = derivedColumns(file);
		return claims(List.of(file), "rows", "",
				(line) -> columns.stream().map(line::word).collect(Collectors.joining(" ")));
	}

	/** What a file says of each row of a derived dataset, beyond whose it is. */
	static List<String> derivedColumns(TruthFile file) {
		return file.table("rows")
			.get(0)
			.words()
			.keySet()
			.stream()
			.filter((column) -> !column.equals("account") && !column.equals("region"))
			.toList();
	}

	/**
	 * What changed on a day, as {@link #slot} with the resource, and change, from, to.
	 */
	Claims changes(int day) {
		Map<String, Claim> claims = new TreeMap<>();
		this.accounts.table("changes").forEach((line) -> change(day, WHOLE, line, claims));
		Set<String> subjects = new TreeSet<>(Set.of(WHOLE));
		for (TruthFile file : files("controls")) {
			subjects.add(file.name());
			file.table("changes").forEach((line) -> change(day, file.name(), line, claims));
		}
		return new Claims(subjects, claims);
	}

	/** The controls whose changes were worked out. */
	static List<String> controlsWithChanges() {
		return files("controls").stream().filter((file) -> file.has("changes")).map(TruthFile::name).toList();
	}

	/** A slot as the claims name it. */
	String slot(String subject, String accountId, String region) {
		return subject + " " + this.names.getOrDefault(accountId, accountId) + " " + region;
	}

	private Claims claims(List<TruthFile> files, String table, String closed, Function<Line, String> value) {
		Map<String, Claim> claims = new TreeMap<>();
		Set<String> subjects = new TreeSet<>();
		for (TruthFile file : files) {
			subjects.add(file.name());
			this.slots.claims(file.table(table), closed, value)
				.forEach((slot, claim) -> claims.put(file.name() + " " + slot, claim));
		}
		return new Claims(subjects, claims);
	}

	private void change(int day, String control, Line line, Map<String, Claim> claims) {
		if (line.word("day").equals(String.valueOf(day))) {
			String account = id(line.word("account"));
			boolean isWhole = control.equals(WHOLE);
			String region = isWhole ? WHOLE : line.word("region");
			String resource = isWhole ? WHOLE : resource(account, region, line);
			claims.put(slot(control, account, region) + " " + resource,
					new Claim(String.join(" ", line.word("change"), line.word("from"), line.word("to")), line.place()));
		}
	}

	private static String resource(String account, String region, Line line) {
		String resource = line.word("resource");
		String name = resource.substring(resource.indexOf('/') + 1);
		return switch (resource.replaceAll("/.*", "")) {
			case "-" -> account;
			case "trail" -> "arn:aws:cloudtrail:" + region + ":" + account + ":trail/" + name;
			case "rule" -> "arn:aws:config:" + region + ":" + account + ":config-rule/config-rule-"
					+ Integer.toHexString(name.hashCode());
			case "public" -> "arn:aws:s3:::" + name + "|AWS:*";
			default -> throw new IllegalArgumentException(line.place() + " names no kind of resource: " + resource);
		};
	}

	/** The id of an account that the truth names by its position and a nickname. */
	static String id(String name) {
		return World.id(Integer.parseInt(name.replaceAll("-.*", "")));
	}

}
