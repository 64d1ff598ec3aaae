package dev.rollcall.simulator.service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import dev.rollcall.simulator.service.Paging.Cap;
import dev.rollcall.simulator.service.Paging.Page;
import dev.rollcall.simulator.wire.Caller;
import dev.rollcall.simulator.wire.ErrorAnswer;
import dev.rollcall.simulator.world.Dice;
import dev.rollcall.simulator.world.Outline;
import dev.rollcall.simulator.world.World;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PagingTests {

	private static final World WORLD = new World(Outline.example(1, 400, List.of("us-east-1")),
			LocalDate.parse("2026-11-20"));

	private final Paging paging = new Paging(Dice.of(1));

	@Test
	void givesEveryItemOnceInAsManyPagesAsItSays() {
		int empty = 0;
		for (int position = 0; position < WORLD.size(); position++) {
			List<Page<Integer>> pages = read(caller(position), 45);
			List<Integer> items = new ArrayList<>();
			pages.forEach((page) -> items.addAll(page.items()));
			assertThat(items).hasSize(45).doesNotHaveDuplicates();
			assertThat(pages).hasSize(this.paging.pages(position, "us-east-1", "ListThings", "", 45, 20));
			empty += pages.get(0).items().isEmpty() ? 1 : 0;
		}
		assertThat(empty).isBetween(WORLD.size() / 20, WORLD.size() / 5);
	}

	private List<Page<Integer>> read(Caller caller, int size) {
		List<Page<Integer>> pages = new ArrayList<>();
		String token = null;
		do {
			Page<Integer> page = this.paging.page(caller, "ListThings", "", size, (i) -> i, token, null,
					Cap.of(20, "TooMany"), "BadToken");
			pages.add(page);
			token = page.next();
		}
		while (token != null);
		return pages;
	}

	@Test
	void refusesTokensOfAnotherListAndPagesThatAreTooLarge() {
		String token = read(caller(0), 45).get(0).next();
		assertThatExceptionOfType(ErrorAnswer.class)
			.isThrownBy(() -> this.paging.page(caller(1), "ListThings", "", 45, (i) -> i, token, null,
					Cap.of(20, "TooMany"), "BadToken"))
			.matches((refusal) -> refusal.code().equals("BadToken"));
		assertThatExceptionOfType(ErrorAnswer.class)
			.isThrownBy(() -> this.paging.page(caller(1), "ListThings", "", 45, (i) -> i, null, 21,
					Cap.of(20, "TooMany"), "BadToken"))
			.matches((refusal) -> refusal.code().equals("TooMany"));
	}

	private static Caller caller(int position) {
		return new Caller(WORLD.member(position), "us-east-1", "arn", "id");
	}

}
