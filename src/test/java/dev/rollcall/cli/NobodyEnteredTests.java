package dev.rollcall.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

import dev.rollcall.job.NightFailure;
import dev.rollcall.job.NightFigures.GapKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Nights whose role is called otherwise in every account, as a mistyped name is. */
class NobodyEnteredTests {

	private static final String MISTYPED = "rollcall: {role-name: RollcallAdit}";

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path out;

	@Test
	void publishesNoNightOfTheAccountWhereItRunsAlone() {
		NightFailure failure = catchThrowableOfType(NightFailure.class,
				() -> VerdictNight.in(this.out).configured(MISTYPED).run());
		StringWriter err = new StringWriter();
		ExitCode code = Failures.end(failure, new PrintWriter(err, true));
		assertThat(code.number()).isEqualTo(5);
		assertThat(err.toString()).contains("No account could be entered but that where we run", "RollcallAdit",
				"(exit 5)");
		assertThat(this.out.resolve("run")).doesNotExist();
	}

	@Test
	void publishesANightThatIsNarrowedToTheAccountWhereItRuns() throws SQLException {
		VerdictNight night = VerdictNight.in(this.out).configured(MISTYPED).only("audit").run();
		assertThat(night.rows("""
				SELECT count_if(status = 'READ') > 0 FROM {coverage}
				WHERE account_id = '%s' AND source = 'iam-root-user'""".formatted(night.id("audit"))))
			.containsExactly("true");
		assertThat(night.outcome().figures().notEntered()).isNotEmpty()
			.allSatisfy((refused) -> assertThat(refused.errorCode() + " " + refused.deniedBy())
				.isEqualTo("AccessDenied TRUST"));
		assertThat(night.outcome().figures().cells().values().stream().mapToLong(Long::longValue).sum())
			.isEqualTo(night.outcome().cells());
		assertThat(night.outcome().figures().gaps().stream().mapToLong(GapKind::cells).sum())
			.isEqualTo(night.outcome().gaps());
		assertThat(night.outcome().figures().calls()).isPositive();
		assertThat(Files.exists(this.out.resolve("run"))).isTrue();
	}

}
