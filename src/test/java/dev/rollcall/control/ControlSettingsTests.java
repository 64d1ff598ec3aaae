package dev.rollcall.control;

import java.util.List;
import java.util.Map;

import dev.rollcall.control.LeftOutControl.By;
import dev.rollcall.input.BadInputException;
import dev.rollcall.input.Setting;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Tests for {@link ControlSettings} and what they make of controls. */
class ControlSettingsTests {

	@Test
	void giveAControlItsLimit() {
		assertThat(parameters(Shipped.CONTROLS.with(parameter("root.recent_use", "days", "120"))))
			.contains(new ParameterEntry("root.recent_use", "days", "120"));
		assertThat(parameters(Shipped.CONTROLS.with(ControlSettings.NONE)))
			.contains(new ParameterEntry("root.recent_use", "days", "90"));
	}

	@Test
	void leaveOutWhatIsExcluded() {
		ControlCatalog catalog = Shipped.CONTROLS.with(excluding("root.mfa"));
		assertThat(catalog.controls()).extracting(Control::id).doesNotContain("root.mfa").contains("root.access_keys");
		assertThat(catalog.leftOut()).containsExactly(new LeftOutControl("root.mfa", By.EXCLUDED));
	}

	@Test
	void refuseAParameterThatThereIsNot() {
		refuses(parameter("root.recent_use", "day", "1"),
				"f.yaml:2: controls.root.recent_use.day: is no parameter of root.recent_use; did you mean 'days'?");
		refuses(parameter("root.centralized_sessions", "day", "1"),
				"f.yaml:2: controls.root.centralized_sessions.day: is no parameter of root.centralized_sessions, which has none");
	}

	@Test
	void refuseAControlThatThereIsNot() {
		refuses(parameter("root.recent_uses", "days", "1"),
				"f.yaml:1: controls.root.recent_uses: 'root.recent_uses': is no control;"
						+ " did you mean 'root.recent_use'?");
		refuses(excluding("root.mfas"),
				"f.yaml:3: exclude.controls: 'root.mfas': is no control; did you mean 'root.mfa'?");
	}

	@Test
	void refuseAValueOfAnotherType() {
		refuses(parameter("root.recent_use", "days", "ninety"),
				"f.yaml:2: controls.root.recent_use.days: 'ninety':" + " a whole number of at most 9 digits expected");
	}

	static ControlSettings parameter(String control, String name, String value) {
		return new ControlSettings(List.of(),
				Map.of(control,
						Map.of(name, new Setting("f.yaml:2: controls." + control + "." + name, List.of(value)))),
				Map.of(control, "f.yaml:1: controls." + control));
	}

	private static ControlSettings excluding(String control) {
		return new ControlSettings(List.of(new Setting("f.yaml:3: exclude.controls", List.of(control))), Map.of(),
				Map.of());
	}

	private static List<ParameterEntry> parameters(ControlCatalog catalog) {
		return catalog.controls().stream().flatMap((control) -> ParameterEntry.of(control).stream()).toList();
	}

	private static void refuses(ControlSettings settings, String message) {
		assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> Shipped.CONTROLS.with(settings))
			.withMessage(message);
	}

}
