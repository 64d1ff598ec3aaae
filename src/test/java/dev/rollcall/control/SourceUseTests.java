package dev.rollcall.control;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests that nothing is asked of AWS which no control judges, unless with a reason. */
class SourceUseTests {

	private static final Map<String, String> NOT_JUDGED = Map.of("config-rule-details",
			"A rule is one finding; the resources that break it are the evidence behind that.", "ec2-defaults",
			"Whether consoles, VPCs and images are to be closed depends on what runs there.", "iam-password-policy",
			"People sign in by Identity Center or a provider of their own, whose rules these are not.");

	@Test
	void judgesEverySourceOrSaysWhyNot() {
		Set<String> known = new TreeSet<>(NOT_JUDGED.keySet());
		Shipped.CONTROLS.controls().forEach((control) -> known.addAll(control.sources()));
		assertThat(known).isEqualTo(new TreeSet<>(Shipped.SOURCES.names()));
	}

	@Test
	void givesNoReasonForSourceThatIsJudged() {
		assertThat(Shipped.CONTROLS.controls()).flatExtracting(Control::sources)
			.doesNotContainAnyElementsOf(NOT_JUDGED.keySet());
	}

}
