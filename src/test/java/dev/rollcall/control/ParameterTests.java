package dev.rollcall.control;

import java.util.List;

import dev.rollcall.input.BadInputException;
import dev.rollcall.input.Setting;
import dev.rollcall.input.Text;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a control's limit takes. */
class ParameterTests {

	private final Parameter services = Parameter.of(Parameter.Type.LIST, List.of("config", "cloudtrail", "guardduty"),
			setting("config"), new Text("Which.", "対象。"));

	@Test
	void listIsPublishedInTheOrderOfItsWords() {
		assertThat(this.services.with(setting("guardduty", "config", "guardduty")).value())
			.isEqualTo("config,guardduty");
	}

	@Test
	void listRefusesAWordThatItIsNotOf() {
		assertThatExceptionOfType(BadInputException.class)
			.isThrownBy(() -> this.services.with(setting("config", "guarduty")))
			.withMessage("here: 'guarduty': one or some of config, cloudtrail, guardduty expected");
	}

	@Test
	void listRefusesToDemandNothing() {
		assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> this.services.with(setting()))
			.withMessageStartingWith("here: at least one of");
	}

	@Test
	void numberRefusesAList() {
		Parameter days = Parameter.of(Parameter.Type.NUMBER, List.of(), setting("90"), new Text("Days.", "日数。"));
		assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> days.with(setting("1", "2")))
			.withMessage("here: one value was expected");
	}

	private static Setting setting(String... values) {
		return new Setting("here", List.of(values));
	}

}
