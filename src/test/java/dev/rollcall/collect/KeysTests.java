package dev.rollcall.collect;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KeysTests {

	private final Keys keys = new Keys();

	@Test
	void knowsEachOfManyThings() {
		assertThat(IntStream.range(0, 100_000).filter((i) -> add(this.keys, "thing-" + i))).hasSize(100_000);
		assertThat(IntStream.range(0, 100_000).filter((i) -> add(this.keys, "thing-" + i))).isEmpty();
		this.keys.clear();
		assertThat(add(this.keys, "thing-1")).isTrue();
	}

	@Test
	void meetsOthersThatHaveOneOfItsThings() {
		Keys others = new Keys();
		IntStream.range(0, 1000).forEach((i) -> add(this.keys, "thing-" + i));
		IntStream.range(1000, 2000).forEach((i) -> add(others, "thing-" + i));
		assertThat(this.keys.meet(others)).isFalse();
		add(others, "thing-999");
		assertThat(this.keys.meet(others)).isTrue();
	}

	@Test
	void takesOverWhatOthersKnow() {
		Keys others = new Keys();
		IntStream.range(0, 1000).forEach((i) -> add(others, "thing-" + i));
		this.keys.addAll(others);
		assertThat(IntStream.range(0, 1001).filter((i) -> add(this.keys, "thing-" + i))).containsExactly(1000);
	}

	private static boolean add(Keys keys, String name) {
		return keys.add(new Thing(), List.of(name));
	}

	private record Thing() {

	}

}
