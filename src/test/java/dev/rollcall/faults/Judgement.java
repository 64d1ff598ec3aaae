package dev.rollcall.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.rollcall.collect.AskedIn;
import dev.rollcall.collect.Cell;
import dev.rollcall.collect.CellFailure;
import dev.rollcall.collect.CellResult;
import dev.rollcall.collect.CellStatus;
import dev.rollcall.collect.SourceDefinition;
import org.jspecify.annotations.Nullable;

/** Holds the cells of a night with problems to what the design says of each. */
final class Judgement {

	/** Names of mistakes of ours, not of answers; unless AWS itself said them. */
	private static final Set<String> UNCLASSIFIED = Set.of("NullPointerException", "ClassCastException",
			"IndexOutOfBoundsException", "ArrayIndexOutOfBoundsException", "StringIndexOutOfBoundsException",
			"IllegalStateException", "IllegalArgumentException", "NoSuchElementException", "NumberFormatException",
			"ConcurrentModificationException", "UnsupportedOperationException", "StackOverflowError", "AssertionError");

	private static final long LONGEST_MILLIS = SimulatedNight.SHORT.cell().plus(SimulatedNight.SHORT.call()).toMillis()
			+ 10_000;

	/** Stands behind the injection in a line. */
	static final String SEPARATOR = " -> ";

	private final Map<Cell, CellResult> clean;

	private final Map<Cell, CellResult> found;

	private final List<Injection> injections;

	Judgement(Map<Cell, CellResult> clean, Map<Cell, CellResult> found, List<Injection> injections) {
		this.clean = clean;
		this.found = found;
		this.injections = injections;
	}

	/** What did not hold, a line each, with the injection that it belongs to first. */
	List<String> faults() {
		List<String> faults = new ArrayList<>();
		if (!this.found.keySet().equals(this.clean.keySet())) {
			faults.add("(night)" + SEPARATOR + "It has other cells than a clean one");
		}
		this.found.forEach((cell, result) -> {
			CellResult expected = this.clean.get(cell);
			if (expected != null && !sharesTheCall(cell)) {
				judge(result, expected)
					.ifPresent((fault) -> faults.add(cause(cell) + SEPARATOR + fault + " in " + cell));
			}
		});
		return faults;
	}

	private String cause(Cell cell) {
		return direct(cell).or(() -> parent(cell).flatMap(this::direct)).map(Injection::toString).orElse("(neighbour)");
	}

	/**
	 * Two sources about the organization may call the same where they meet; the other
	 * one's own problem says what becomes of it.
	 */
	private boolean sharesTheCall(Cell cell) {
		SourceDefinition source = definition(cell);
		return source.isOrganizational() && this.injections.stream()
			.anyMatch((injection) -> injection.source().isOrganizational()
					&& !injection.source().name().equals(cell.source())
					&& injection.account().equals(cell.account().value())
					&& source.operations().contains(injection.operation()));
	}

	private Optional<String> judge(CellResult result, CellResult expected) {
		if (result.durationMillis() > LONGEST_MILLIS) {
			return Optional.of("took " + result.durationMillis() + " ms");
		}
		Optional<Injection> direct = direct(result.cell());
		if (direct.isPresent()) {
			return judge(result, expected, direct.get(), expectation(direct.get(), result.cell()));
		}
		Optional<Injection> above = parent(result.cell()).flatMap(this::direct);
		if (above.isPresent()
				&& expectation(above.get(), parent(result.cell()).orElseThrow()).status() != CellStatus.READ) {
			CellResult parent = Objects.requireNonNull(this.found.get(parent(result.cell()).orElseThrow()));
			boolean inherits = result.status() == parent.status() && Objects.equals(result.failure(), parent.failure())
					&& result.rows().isEmpty();
			return inherits ? Optional.empty() : Optional.of("does not have the status of what it depends on");
		}
		return same(result, expected);
	}

	private static Optional<String> judge(CellResult result, CellResult clean, Injection injection, Expected expected) {
		CellFailure failure = result.failure();
		if (expected.clean()) {
			return same(result, clean);
		}
		if (result.status() != expected.status()) {
			return Optional
				.of("is " + result.status() + " (" + failure + ") where " + expected.status() + " was expected");
		}
		if (!expected.status().isGap()) {
			return result.rows().isEmpty() || expected.status() == CellStatus.READ ? Optional.empty()
					: Optional.of("has rows");
		}
		return (failure == null) ? Optional.of("has no failure") : judge(result, failure, expected, injection);
	}

	private static Optional<String> judge(CellResult result, CellFailure failure, Expected expected,
			Injection injection) {
		if (!injection.operation().equals(failure.operation())) {
			return Optional.of("names " + failure.operation());
		}
		if (failure.deniedBy() != expected.deniedBy()) {
			return Optional
				.of("is denied by " + failure.deniedBy() + " where " + expected.deniedBy() + " was expected");
		}
		if (expected.code() != null && !expected.code().equals(failure.errorCode())) {
			return Optional.of("has the code " + failure.errorCode() + " (" + failure.message() + ") where "
					+ expected.code() + " was expected");
		}
		if (failure.errorCode().isBlank() || isOurMistake(failure, injection)) {
			return Optional.of("is not classified: " + failure);
		}
		return result.rows().isEmpty() ? Optional.empty() : Optional.of("has rows");
	}

	/** The SDK says of what it cannot read that it could not. */
	private static boolean isOurMistake(CellFailure failure, Injection injection) {
		return UNCLASSIFIED.contains(failure.errorCode()) && !failure.errorCode().equals(injection.problem().code())
				&& !String.valueOf(failure.message()).startsWith("Unable to unmarshall response");
	}

	private static Expected expectation(Injection injection, Cell cell) {
		boolean door = injection.source().equals(Plan.DOOR);
		return Expected.of(door ? Plan.DOOR : definition(cell), injection.operation(), injection.problem());
	}

	/** A neighbour is as it is in a clean night, but for times and request ids. */
	private static Optional<String> same(CellResult result, CellResult clean) {
		boolean same = result.status() == clean.status() && rows(result).equals(rows(clean))
				&& sameFailure(result.failure(), clean.failure());
		return same ? Optional.empty()
				: Optional.of("is " + result.status() + " (" + result.failure() + ", " + result.rows().size()
						+ " rows) where a clean night has " + clean.status() + " (" + clean.rows().size() + " rows)");
	}

	/** What is read in parts comes in any order. */
	private static Map<Record, Long> rows(CellResult result) {
		return result.evidence(Record.class)
			.stream()
			.collect(Collectors.groupingBy((row) -> row, Collectors.counting()));
	}

	private static boolean sameFailure(@Nullable CellFailure one, @Nullable CellFailure other) {
		return (one == null || other == null) ? one == other : Objects.equals(one.operation(), other.operation())
				&& one.errorCode().equals(other.errorCode()) && one.deniedBy() == other.deniedBy();
	}

	/** The injection that the cell itself meets. */
	private Optional<Injection> direct(Cell cell) {
		return this.injections.stream()
			.filter((injection) -> injection.account().equals(cell.account().value()) && meets(injection, cell))
			.findFirst();
	}

	private boolean meets(Injection injection, Cell cell) {
		SourceDefinition source = injection.source();
		if (source.equals(Plan.DOOR)) {
			CellResult expected = Objects.requireNonNull(this.clean.get(cell));
			return isAskedInside(expected) && expected.status() != CellStatus.NOT_AVAILABLE;
		}
		boolean trails = cell.source().equals("cloudtrail") && injection.region() == null;
		return trails || (source.name().equals(cell.source())
				&& (!source.isRegional() || cell.region().equals(injection.region())));
	}

	/** Whether the account itself was asked, and nobody who answers for it. */
	static boolean isAskedInside(CellResult result) {
		return definition(result.cell()).askedIn() == AskedIn.ACCOUNT && result.answeredBy() == null;
	}

	/** What a cell depends on: that which meets a problem, where one does. */
	private Optional<Cell> parent(Cell cell) {
		List<Cell> parents = definition(cell).dependsOn()
			.stream()
			.map((source) -> new Cell(cell.account(), cell.region(), source))
			.toList();
		return parents.stream()
			.filter((one) -> direct(one).isPresent())
			.findFirst()
			.or(() -> parents.stream().findFirst());
	}

	static SourceDefinition definition(Cell cell) {
		return SimulatedNight.CATALOG.definitions()
			.stream()
			.filter((source) -> source.name().equals(cell.source()))
			.findFirst()
			.orElseThrow();
	}

}
