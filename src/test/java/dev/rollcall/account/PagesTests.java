package dev.rollcall.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PagesTests {

	@Test
	void goesOnBehindAnEmptyPageThatHasAToken() {
		assertThat(read(Map.of("", page("2"), "2", page("3", "a"), "3", page("", "b")))).containsExactly("a", "b");
	}

	@Test
	void takesAnEmptyTokenForTheEnd() {
		assertThat(read(Map.of("", page("", "a")))).containsExactly("a");
	}

	@Test
	void refusesATokenThatComesASecondTime() {
		assertThatExceptionOfType(UnexpectedAnswerException.class)
			.isThrownBy(() -> read(Map.of("", page("2", "a"), "2", page("3"), "3", page("2"))))
			.withMessage("The answer's next-page token was given before; reading on would loop");
	}

	private static List<String> read(Map<String, Page> pages) {
		List<String> items = new ArrayList<>();
		Pages.<Page>each((token) -> pages.getOrDefault((token != null) ? token : "", page("", "?")), Page::next,
				(page) -> items.addAll(page.items()));
		return items;
	}

	private static Page page(String next, String... items) {
		return new Page(List.of(items), next);
	}

	private record Page(List<String> items, String next) {

	}

}
