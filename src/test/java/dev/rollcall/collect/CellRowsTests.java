package dev.rollcall.collect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.LimitReachedException;
import dev.rollcall.account.LimitReachedException.Limit;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CellRowsTests {

	private static final AccountId MEMBER = new AccountId(Cells.MEMBER);

	private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");

	private final RowBudget budget = new RowBudget(100);

	private final List<SpillInMemory> spills = new ArrayList<>();

	private final CellRows rows = new CellRows(new Cell(MEMBER, "eu-west-1", "things"), this.budget, (cell) -> {
		SpillInMemory spill = new SpillInMemory();
		this.spills.add(spill);
		return spill;
	});

	@Test
	void keepsAThingOnceHoweverOftenItIsShown() {
		assertThat(add(new Thing("a", 1))).isTrue();
		assertThat(add(new Thing("a", 2))).isFalse();
		assertThat(add(new Thing("b", 1))).isTrue();
		assertThat(add(new Other("a"))).isTrue();
		assertThat(this.rows.rows(NOW)).extracting(EvidenceRow::evidence)
			.containsExactly(new Thing("a", 1), new Thing("b", 1), new Other("a"));
	}

	@Test
	void keepsWhatHasNoKeyAsOftenAsItIsShown() {
		assertThat(add(new Thing("", 1))).isTrue();
		assertThat(add(new Thing("", 1))).isTrue();
	}

	@Test
	void knowsAThingWhoseRowIsNoLongerInMemory() {
		for (int i = 0; i < 1000; i++) {
			add(new Thing("thing-" + i, i));
		}
		assertThat(add(new Thing("thing-999", 0))).isFalse();
		assertThat(this.spills).singleElement().satisfies((spill) -> assertThat(spill.rows()).hasSize(501));
	}

	@Test
	void beginsAnewAfterItWasDiscarded() {
		for (int i = 0; i < 600; i++) {
			add(new Thing("thing-" + i, i));
		}
		this.rows.discard();
		assertThat(this.spills).singleElement()
			.satisfies((spill) -> assertThat(spill.words()).containsExactly("discarded"));
		assertThat(this.budget.isExceeded()).isFalse();
		assertThat(add(new Thing("thing-0", 0))).isTrue();
		assertThat(this.rows.rows(NOW)).hasSize(1);
		assertThat(this.rows.spilled()).isEmpty();
	}

	@Test
	void endsAtAMillionRows() {
		for (int i = 0; i < 1000; i++) {
			add(new Thing("thing-" + i, i));
		}
		this.rows.requireRoom(999_000);
		assertThatExceptionOfType(LimitReachedException.class).isThrownBy(() -> this.rows.requireRoom(999_001))
			.withMessage("The cell has more than 1000000 rows; it was read no further")
			.satisfies((reached) -> assertThat(reached.limit()).isEqualTo(Limit.ROWS));
	}

	@Test
	void takesOverWhatAPartRead() {
		CellRows part = part(0, 700);
		this.rows.takeOver(part, NOW);
		assertThat(names()).hasSize(700).contains("thing-0", "thing-699");
		assertThat(this.rows.isEmpty()).isFalse();
		assertThat(add(new Thing("thing-0", 2))).isFalse();
		assertThat(this.spills).singleElement().satisfies((spill) -> assertThat(spill.words()).containsOnly("closed"));
	}

	@Test
	void keepsAThingOnceHoweverManyPartsShowIt() {
		this.rows.takeOver(part(0, 700), NOW);
		this.rows.takeOver(part(600, 1300), NOW);
		this.rows.takeOver(part(650, 660), NOW);
		assertThat(names()).hasSize(1300).doesNotHaveDuplicates();
	}

	@Test
	void holdsNoMoreOfManyPartsThanTheBudgetAllows() {
		IntStream.range(0, 100).forEach((part) -> this.rows.takeOver(part(10 * part, 10 * part + 10), NOW));
		assertThat(this.rows.rows(NOW)).hasSizeLessThan(501);
		assertThat(names()).hasSize(1000).doesNotHaveDuplicates();
	}

	@Test
	void givesEachPartALimitOfItsOwn() {
		this.rows.takeOver(part(0, 700), NOW);
		this.rows.requireRoom(1_000_000);
	}

	private CellRows part(int from, int to) {
		CellRows part = this.rows.ofPart();
		for (int i = from; i < to; i++) {
			part.add(MEMBER, "eu-west-1", new Thing("thing-" + i, i), NOW);
		}
		return part;
	}

	/** Of all rows, wherever they are. */
	private List<String> names() {
		CellResult result = new CellResult(new Cell(MEMBER, "eu-west-1", "things"), CellStatus.READ, null, 0, 0, null,
				0, NOW, this.rows.rows(NOW), this.rows.spilled());
		return result.evidence(Thing.class).stream().map(Thing::name).toList();
	}

	private boolean add(Record evidence) {
		return this.rows.add(MEMBER, "eu-west-1", evidence, NOW);
	}

	private record Thing(String name, int seen) implements Keyed {

		@Override
		public List<?> naturalKey() {
			return this.name.isEmpty() ? List.of() : List.of(this.name);
		}

	}

	private record Other(String name) implements Keyed {

		@Override
		public List<?> naturalKey() {
			return List.of(this.name);
		}

	}

}
