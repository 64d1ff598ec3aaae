package dev.rollcall.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import dev.rollcall.control.LeftOutControl;
import dev.rollcall.control.LeftOutControl.By;
import dev.rollcall.control.Waiver;
import dev.rollcall.control.Waiver.Scope;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WaiverWarningsTests {

	private static final LocalDate NIGHT = LocalDate.parse("2026-11-24");

	@Test
	void saysThatTheControlOfAWaiverDoesNotJudge() {
		WaiverWarnings warnings = new WaiverWarnings(NIGHT,
				List.of(new LeftOutControl("root.mfa", By.DISABLED), new LeftOutControl("cloudtrail.kms", By.EXCLUDED),
						new LeftOutControl("config.delivery_ok", By.EXCLUDED)));
		assertThat(warnings.of(List.of(waiver("W-1", "root.mfa", "2027-11-24"),
				waiver("W-2", "cloudtrail.kms", "2027-11-24"), waiver("W-3", "cloudtrail.enabled", "2027-11-24"))))
			.containsExactly(
					"The waiver W-1 of root.mfa (owner) accepts nothing: an own file of that control says disabled: true",
					"The waiver W-2 of cloudtrail.kms (owner) accepts nothing: exclude.controls leaves that control out");
	}

	@Test
	void saysWhichHaveEndedAndWhichSoonWill() {
		assertThat(new WaiverWarnings(NIGHT, List.of()).of(List.of(waiver("W-1", "root.mfa", "2026-11-23"),
				waiver("W-2", "root.mfa", "2026-11-24"), waiver("W-3", "root.mfa", "2027-11-24"))))
			.containsExactly("The waiver W-1 of root.mfa (owner) expired on 2026-11-23: it accepts nothing any longer",
					"The waiver W-2 of root.mfa (owner) ends on 2026-11-24");
	}

	private static Waiver waiver(String id, String control, String expiresOn) {
		return new Waiver(id, control, new Scope(List.of(), List.of(), List.of(), null, null, Map.of()), "owner",
				"reason", null, LocalDate.parse("2026-01-01"), LocalDate.parse(expiresOn));
	}

}
