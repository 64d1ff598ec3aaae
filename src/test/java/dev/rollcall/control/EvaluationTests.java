package dev.rollcall.control;

import java.util.List;
import java.util.Map;

import dev.rollcall.csf.CsfVersion;
import dev.rollcall.csf.Subcategory;
import dev.rollcall.input.Text;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Tests for {@link Evaluation}: what no control may say. */
@Tag("runtime")
class EvaluationTests {

	private static final String ACCOUNT = "111111111111";

	private static final String OTHER = "222222222222";

	@RegisterExtension
	final TestNight night = new TestNight();

	EvaluationTests() {
		this.night.member(ACCOUNT);
	}

	@Test
	void takesOneVerdictAThing() {
		Control control = saying("VALUES ('111111111111', 'global', 'a', 'COMPLIANT', 'Fine.'),"
				+ " ('111111111111', 'global', 'b', 'NOT_APPLICABLE', 'None.')");
		assertThat(this.night.judge(control)).containsExactly(
				new Judgement(ACCOUNT, "global", "a", "COMPLIANT", "Fine."),
				new Judgement(ACCOUNT, "global", "b", "NOT_APPLICABLE", "None."));
	}

	@Test
	void takesColumnsInAnyOrder() {
		Control control = control("SELECT 'Fine.' AS reason, 'COMPLIANT' AS verdict, account_id AS resource_id,"
				+ " 'global' AS region, account_id FROM account");
		assertThat(this.night.judge(control)).containsExactly(Judgement.of(ACCOUNT, "COMPLIANT", "Fine."));
	}

	@Test
	void refusesNullReason() {
		Control control = saying("VALUES ('111111111111', 'global', 'a', 'COMPLIANT', NULL)");
		assertThatExceptionOfType(ControlException.class).isThrownBy(() -> this.night.judge(control))
			.withMessage("test.control gave a null: 111111111111/global");
	}

	@Test
	void refusesNullAccount() {
		Control control = saying("VALUES ('111111111111', 'global', 'a', 'COMPLIANT', 'Fine.'),"
				+ " (NULL, 'global', 'a', 'COMPLIANT', 'Fine.')");
		assertThatExceptionOfType(ControlException.class).isThrownBy(() -> this.night.judge(control))
			.withMessageStartingWith("test.control gave a null: ");
	}

	@Test
	void refusesTwoVerdictsOnNothing() {
		Control control = saying("VALUES ('111111111111', NULL, 'a', 'COMPLIANT', 'Fine.'),"
				+ " ('111111111111', NULL, 'a', 'COMPLIANT', 'Fine.')");
		assertThatExceptionOfType(ControlException.class).isThrownBy(() -> this.night.judge(control))
			.withMessage("test.control gave a null: 111111111111/null, 111111111111/null");
	}

	@Test
	void refusesUnknownVerdict() {
		Control control = saying("VALUES ('111111111111', 'global', 'a', 'PASSED', 'Fine.')");
		assertThatExceptionOfType(ControlException.class).isThrownBy(() -> this.night.judge(control))
			.withMessage("test.control gave a verdict that is none: PASSED");
	}

	@Test
	void refusesTwoVerdictsOnOneThing() {
		Control control = saying("VALUES ('111111111111', 'global', 'a', 'COMPLIANT', 'Fine.'),"
				+ " ('111111111111', 'global', 'a', 'NON_COMPLIANT', 'Broken.')");
		assertThatExceptionOfType(ControlException.class).isThrownBy(() -> this.night.judge(control))
			.withMessage("test.control judged one thing twice: 111111111111/global/a");
	}

	@Test
	void refusesToLeaveOutAnAccount() {
		this.night.member(OTHER);
		Control control = saying("VALUES ('111111111111', 'global', 'a', 'COMPLIANT', 'Fine.')");
		assertThatExceptionOfType(ControlException.class).isThrownBy(() -> this.night.judge(control))
			.withMessage("test.control left out an account: 222222222222");
	}

	@Test
	void refusesAccountThatIsNotOnTheRoster() {
		Control control = saying("VALUES ('111111111111', 'global', 'a', 'COMPLIANT', 'Fine.'),"
				+ " ('222222222222', 'global', 'a', 'COMPLIANT', 'Fine.')");
		assertThatExceptionOfType(ControlException.class).isThrownBy(() -> this.night.judge(control))
			.withMessage("test.control judged an account that is not on the roster: 222222222222");
	}

	@Test
	void namesTheControlWhoseSqlFails() {
		Control control = control("SELECT * FROM nowhere");
		assertThatExceptionOfType(ControlException.class).isThrownBy(() -> this.night.judge(control))
			.withMessageStartingWith("test.control: ")
			.withMessageContaining("nowhere");
	}

	private static Control saying(String values) {
		return control("SELECT * FROM (" + values + ") AS said (account_id, region, resource_id, verdict, reason)");
	}

	private static Control control(String sql) {
		return new Control("test.control", 1, Severity.LOW, new Text("A", "A"), new Text("B", "B"),
				List.of("iam-root-user"),
				Map.of(CsfVersion.V2_0, new CsfMapping(subcategory("PR.AA-01"), "C", Map.of()), CsfVersion.V1_1,
						new CsfMapping(subcategory("PR.AC-1"), "C", Map.of())),
				Map.of(), Map.of(), null, Was.UNCHANGED, true, null, sql, "0");
	}

	private static Subcategory subcategory(String id) {
		return new Subcategory(id, new Text("A", "A"), null);
	}

}
