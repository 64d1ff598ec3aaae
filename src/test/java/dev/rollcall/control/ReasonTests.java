package dev.rollcall.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rollcall.account.AccountId;
import dev.rollcall.collect.Cell;
import dev.rollcall.collect.CellFailure;
import dev.rollcall.collect.CellResult;
import dev.rollcall.collect.CellStatus;
import dev.rollcall.collect.Coverage;
import dev.rollcall.collect.DeniedBy;
import dev.rollcall.collect.ExpectedGaps;
import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.input.SqlText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests that every reason which a night can give has its Japanese. */
class ReasonTests {

	/** Columns of projections that controls put into their sentences. */
	private static final List<String> PROJECTED = List.of("unread_reason", "unknown_reason", "mfa_yes", "mfa_no",
			"keys_yes", "keys_no", "certificates_yes", "certificates_no", "archived_by", "contradiction",
			"membership_reason");

	/** The sentences that controls take from projections. */
	private static final Set<String> OF_PROJECTIONS = projected();

	@ParameterizedTest
	@MethodSource("controls")
	void haveTheirJapaneseWhateverTheStatementPutsTogether(String id) {
		assertThat(sentences(Shipped.control(id).sql(), List.of("reason"))).allSatisfy(ReasonTests::hasJapanese);
	}

	@Test
	void ofProjectionsHaveTheirJapanese() {
		assertThat(OF_PROJECTIONS).hasSizeGreaterThan(3).allSatisfy(ReasonTests::hasJapanese);
	}

	@ParameterizedTest
	@MethodSource("controls")
	void areAllUsed(String id) {
		Control control = Shipped.control(id);
		Set<String> sentences = new TreeSet<>(sentences(control.sql(), List.of("reason")));
		sentences.addAll(OF_PROJECTIONS);
		control.csf().values().forEach((mapping) -> {
			sentences.add(mapping.reason());
			sentences.addAll(mapping.secondary().values());
		});
		assertThat(control.reasons().keySet())
			.allSatisfy((english) -> assertThat(sentences).anyMatch((sentence) -> has(sentence, english)));
	}

	@Test
	void areTheSameInEveryControlThatGivesThem() {
		Map<String, String> known = new HashMap<>();
		Shipped.CONTROLS.controls()
			.forEach((control) -> control.reasons()
				.forEach((english, japanese) -> assertThat(known.getOrDefault(english, japanese)).as(control.id())
					.isEqualTo(japanese)
					.satisfies((text) -> known.put(english, text))));
	}

	@Test
	void ofCellsThatWereNotReadHaveTheirJapanese() {
		assertThat(unreadReasons()).hasSizeGreaterThan(20).allSatisfy(ReasonTests::hasJapanese);
	}

	@Test
	void takeTheJapaneseOfTheReasonThatTheyQuote() {
		assertThat(Shipped.JAPANESE.translate(
				"Whether the organization has an analyzer here could not be read: §:§ was not answered in time (§)."))
			.endsWith("§:§に時間内の応答がありませんでした（§）。")
			.doesNotContain("could not");
	}

	static Stream<String> controls() {
		return Shipped.CONTROLS.controls().stream().map(Control::id);
	}

	private static void hasJapanese(String reason) {
		assertThat(Shipped.JAPANESE.know(reason)).as(reason).isTrue();
		assertThat(english(Shipped.JAPANESE.translate(reason))).as(reason).isEmpty();
	}

	private static Set<String> projected() {
		Set<String> sentences = new TreeSet<>();
		Shipped.CONTROLS.projections()
			.all()
			.forEach((projection) -> sentences.addAll(sentences(projection.sql(), PROJECTED)));
		return sentences;
	}

	private static Set<String> sentences(String sql, List<String> columns) {
		try (Workspace workspace = new Workspace(); Database database = new Database(workspace.directory("parse"))) {
			Sentences all = new Sentences(SelectTree.parse(database, new SqlText("", 1, sql)));
			Set<String> sentences = new TreeSet<>();
			columns.forEach((column) -> sentences.addAll(all.of(column)));
			return sentences;
		}
	}

	/** Whether a sentence is a phrase, or has one where another has a place. */
	private static boolean has(String sentence, String english) {
		String pattern = Arrays.stream(english.split("\\{[0-9]}", -1))
			.map(Pattern::quote)
			.collect(Collectors.joining(".+"));
		return Pattern.compile(pattern).matcher(sentence).find();
	}

	/** Words in small letters, which no name of AWS is. */
	private static List<String> english(String japanese) {
		return Arrays.stream(japanese.split("[^A-Za-z]+")).filter((word) -> word.matches("[a-z]{2,}")).toList();
	}

	private static List<String> unreadReasons() {
		List<String> reasons = new ArrayList<>();
		for (CellStatus status : CellStatus.values()) {
			add(reasons, status, null);
			for (DeniedBy deniedBy : DeniedBy.values()) {
				add(reasons, status, new CellFailure(status, "§:§", "§", null, deniedBy, null));
				add(reasons, status, new CellFailure(status, "§:§", "§", null, deniedBy, "§"));
				add(reasons, status, new CellFailure(status, null, "§", null, deniedBy, "§"));
			}
		}
		return reasons;
	}

	private static void add(List<String> reasons, CellStatus status, @Nullable CellFailure failure) {
		Cell cell = new Cell(new AccountId("111111111111"), "global", "iam-root-user");
		String reason = Coverage
			.of(new CellResult(cell, status, failure, 1, 0, null, 1, Instant.EPOCH, List.of(), List.of()),
					ExpectedGaps.NONE)
			.unreadReason();
		if (reason != null) {
			reasons.add(reason);
		}
	}

}
