package dev.rollcall.simulator.service.accessanalyzer;

import java.time.LocalDate;
import java.util.List;

import dev.rollcall.simulator.service.accessanalyzer.Access.Kind;
import dev.rollcall.simulator.world.Outline;
import dev.rollcall.simulator.world.World;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RegionAccessTests {

	private static final World WORLD = new World(
			Outline.example(1, 24, List.of("us-east-1", "ap-northeast-1", "eu-south-1")),
			LocalDate.parse("2026-11-20"));

	@Test
	void hasAnAnalyzerOfTheAccountFindAllThatComesFromOutside() {
		AnalyzerState account = WORLD.of(WORLD.member(21), "eu-south-1", RegionAccess.FACET).analyzers().get(0);
		assertThat(RegionAccess.found(WORLD, account)).extracting(Access::kind).containsExactly(Kind.values());
	}

	@Test
	void hasAnOrganizationAnalyzerFindNothingInside() {
		AnalyzerState organization = new AnalyzerState(World.id(World.AUDIT), "eu-south-1", "organization",
				"ORGANIZATION", "ACTIVE");
		assertThat(RegionAccess.found(WORLD, organization)).extracting(Access::kind)
			.contains(Kind.OUTSIDE)
			.doesNotContain(Kind.INSIDE);
	}

}
