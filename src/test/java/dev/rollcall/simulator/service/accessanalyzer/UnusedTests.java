package dev.rollcall.simulator.service.accessanalyzer;

import java.time.LocalDate;
import java.util.List;

import dev.rollcall.simulator.service.accessanalyzer.Unused.Kind;
import dev.rollcall.simulator.world.Outline;
import dev.rollcall.simulator.world.World;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UnusedTests {

	private static final World WORLD = new World(Outline.example(1, 64, List.of("us-east-1")),
			LocalDate.parse("2026-11-20"));

	@Test
	void hasAnAnalyzerOfTheAccountFindWhatNobodyUsesThere() {
		AnalyzerState account = new AnalyzerState(World.id(5), "us-east-1", "own", "ACCOUNT_UNUSED_ACCESS", "ACTIVE");
		assertThat(Unused.found(WORLD, account)).extracting(Unused::kind)
			.containsExactly(Kind.UNUSED_IAM_ROLE, Kind.UNUSED_IAM_USER_ACCESS_KEY, Kind.UNUSED_IAM_USER_PASSWORD);
	}

	@Test
	void hasAnOrganizationAnalyzerFindItInAllAccountsButThoseThatItLeavesOut() {
		AnalyzerState organization = new AnalyzerState(World.id(World.AUDIT), "us-east-1", "all",
				"ORGANIZATION_UNUSED_ACCESS", "ACTIVE");
		assertThat(Unused.found(WORLD, organization)).extracting(Unused::owner)
			.contains(World.id(5), World.id(World.IDENTITY));
		assertThat(Unused.found(WORLD, organization.leavingOut(World.id(5)))).extracting(Unused::owner)
			.contains(World.id(World.IDENTITY))
			.doesNotContain(World.id(5));
	}

	/** Pages are told apart by ids. */
	@Test
	void drawsFindingsOfWhichEachHasAnIdOfItsOwn() {
		AnalyzerState organization = new AnalyzerState(World.id(World.AUDIT), "us-east-1", "all",
				"ORGANIZATION_UNUSED_ACCESS", "ACTIVE");
		assertThat(Unused.found(WORLD, organization)).hasSizeGreaterThan(24)
			.extracting(Unused::id)
			.doesNotHaveDuplicates();
	}

}
