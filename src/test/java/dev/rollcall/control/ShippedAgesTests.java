package dev.rollcall.control;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests that every shipped control says how old its evidence may be. */
class ShippedAgesTests {

	@ParameterizedTest
	@MethodSource("ids")
	void saysHowOldEvidenceMayBe(String id) {
		assertThat(Shipped.CONTROLS.controls()).filteredOn((control) -> control.id().equals(id))
			.singleElement()
			.extracting(Control::age)
			.as("front matter 'age' of " + id)
			.isNotNull();
	}

	static Stream<String> ids() {
		return Shipped.CONTROLS.controls().stream().map(Control::id);
	}

}
