package dev.rollcall.simulator.service.cloudtrail;

import java.time.LocalDate;
import java.util.List;

import dev.rollcall.simulator.world.Member;
import dev.rollcall.simulator.world.Outline;
import dev.rollcall.simulator.world.World;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TrailsTests {

	@Test
	void showTheOrganizationsTrailAtEveryMemberInItsHomeRegionOnly() {
		World world = new World(Outline.example(1, 30, List.of("us-east-1", "ap-northeast-1", "eu-south-1")),
				LocalDate.parse("2026-11-20"));
		Member member = world.member(25);
		assertThat(Trails.shown(world, member, "us-east-1")).extracting(TrailState::name).contains("organization");
		assertThat(Trails.shown(world, member, "eu-south-1")).extracting(TrailState::name)
			.doesNotContain("organization");
	}

}
