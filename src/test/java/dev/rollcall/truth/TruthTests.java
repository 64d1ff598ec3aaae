package dev.rollcall.truth;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rollcall.truth.Claims.Claim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TruthTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	private final Truth truth = Truth.read();

	@Test
	void speaksOfEveryStatusThatNoFlagMakesAndOfEveryVerdict() {
		assertThat(this.truth.coverage().words()).containsExactly("ACCOUNT_NOT_ACTIVE", "DENIED", "FAILED",
				"NOT_AVAILABLE", "NOT_ENABLED", "READ", "REGION_DISABLED", "THROTTLED", "TIMED_OUT");
		assertThat(this.truth.verdicts().words()).containsExactly("COMPLIANT", "INSUFFICIENT_DATA", "NON_COMPLIANT",
				"NOT_APPLICABLE");
	}

	@Test
	void speaksOfEveryAccountUnderEveryControl() {
		List<String> controls = Truth.files("controls").stream().map(TruthFile::name).toList();
		Set<String> slots = this.truth.verdicts().bySlot().keySet();
		for (String control : controls) {
			assertThat(slots.stream()
				.filter((slot) -> slot.startsWith(control + " "))
				.map((slot) -> slot.split(" ")[1])
				.distinct()).as(control).hasSize(24);
		}
	}

	@Test
	void readsEveryChangeOfThreeDays() {
		assertThat(Truth.controlsWithChanges()).hasSizeGreaterThanOrEqualTo(14);
		assertThat(this.truth.changes(1).bySlot()).hasSizeGreaterThanOrEqualTo(58)
			.containsKeys("null 11-sandbox-1 null null",
					"cloudtrail.log_validation 06-legacy-erp us-east-1 arn:aws:cloudtrail:us-east-1:819326155827:trail/reads");
		assertThat(this.truth.changes(2).bySlot()).hasSizeGreaterThanOrEqualTo(10);
		assertThat(this.truth.changes(3).bySlot()).hasSizeGreaterThanOrEqualTo(4);
	}

	@Test
	void putsExceptionsBeforeWhatIsClosedAndThatBeforeDefaults() throws Exception {
		assertThat(claims("""
				[verdicts]
				account          region  verdict    why
				*                global  COMPLIANT
				*                *       2xNON_COMPLIANT,COMPLIANT
				07-role-missing  global  none       because
				""")).containsEntry("05-payments-dev global", "COMPLIANT")
			.containsEntry("05-payments-dev eu-south-1", "COMPLIANT,2xNON_COMPLIANT")
			.containsEntry("07-role-missing global", "none")
			.containsEntry("07-role-missing us-east-1", "INSUFFICIENT_DATA")
			.containsEntry("08-acquired global", "INSUFFICIENT_DATA")
			.containsEntry("12-no-opt-in eu-south-1", "NOT_APPLICABLE")
			.containsEntry("12-no-opt-in us-east-1", "COMPLIANT,2xNON_COMPLIANT")
			.hasSize(24 * 4);
	}

	@Test
	void namesTheLineOfAMistake() {
		assertThatIllegalArgumentException().isThrownBy(() -> claims("""
				[verdicts]
				account  region  verdict    why
				07       global  COMPLIANT
				""")).withMessageEndingWith("control.txt:3 names no account of accounts.txt: 07");
		assertThatIllegalArgumentException().isThrownBy(() -> claims("""
				[verdicts]
				account  region     verdict    why
				*        eu-west-9  COMPLIANT
				""")).withMessageContaining("control.txt:3 names no Region");
		assertThatIllegalArgumentException().isThrownBy(() -> claims("""
				[verdicts]
				account      region  verdict    why
				01-audit     global  COMPLIANT
				01-audit     global  none
				""")).withMessageMatching(".*control.txt:4 says again what .*control.txt:3 says");
		assertThatIllegalArgumentException().isThrownBy(() -> claims("""
				[verdicts]
				account      region  verdict    why
				01-audit     global
				""")).withMessageContaining("control.txt:3 has fewer words");
	}

	@Test
	void saysWhichLineANightContradicts() {
		Claims claims = new Claims(Set.of("root.mfa"),
				Map.of("root.mfa 05 global", new Claim("COMPLIANT", "root.mfa.txt:4"), "root.mfa 06 global",
						new Claim("COMPLIANT", "root.mfa.txt:2"), "root.mfa 07 global",
						new Claim("none", "root.mfa.txt:5")));
		Map<String, String> night = new HashMap<>(Map.of("root.mfa 05 global", "NON_COMPLIANT", "root.mfa 08 global",
				"COMPLIANT", "root.new 01 global", "COMPLIANT", "root.new 02 global", "COMPLIANT"));
		assertThat(claims.contradictedBy(night)).containsExactly(
				"no file of the truth speaks of root.new: add one, worked out by hand",
				"root.mfa.txt:4 says COMPLIANT of root.mfa 05 global, the night NON_COMPLIANT",
				"root.mfa.txt:2 says COMPLIANT of root.mfa 06 global, the night none",
				"no line speaks of root.mfa 08 global, and the night says COMPLIANT");
		night.putAll(Map.of("root.mfa 05 global", "COMPLIANT", "root.mfa 06 global", "COMPLIANT"));
		night.keySet().removeIf((slot) -> slot.contains(" 08 ") || slot.startsWith("root.new"));
		assertThat(claims.contradictedBy(night)).isEmpty();
	}

	private Map<String, String> claims(String table) throws Exception {
		Path folder = Files.createDirectories(this.directory.resolve("controls"));
		Files.writeString(folder.resolve("control.txt"), table);
		Map<String, String> values = new HashMap<>();
		this.truth.verdicts(List.of(TruthFile.read(folder.resolve("control.txt"))))
			.bySlot()
			.forEach((slot, claim) -> values.put(slot.replaceFirst("control ", ""), claim.value()));
		return values;
	}

}
