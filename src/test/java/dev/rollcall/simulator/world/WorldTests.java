package dev.rollcall.simulator.world;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WorldTests {

	private static final List<String> REGIONS = List.of("us-east-1", "ap-northeast-1", "eu-south-1");

	@Test
	void givesTenThousandAccountsIdsOfTheirOwnAndFindsThemAgain() {
		World world = new World(1, 10_000, World.CAST, REGIONS);
		Set<String> ids = IntStream.range(0, 10_000).mapToObj(World::id).collect(Collectors.toSet());
		assertThat(ids).hasSize(10_000).allMatch((id) -> id.matches("[0-9]{12}")).anyMatch((id) -> id.startsWith("0"));
		assertThat(IntStream.of(0, 8, 24, 9_999))
			.allMatch((position) -> world.member(World.id(position)).orElseThrow().position() == position);
		assertThat(world.member(World.id(10_000))).isEmpty();
		assertThat(world.member("999988887777")).isEmpty();
	}

	@Test
	void isTheSameForTheSameSeedInAnyOrder() {
		World world = new World(7, 200, World.CAST, REGIONS);
		World other = new World(7, 200, World.CAST, REGIONS);
		RegionState asked = other.state(other.member(150), "eu-south-1");
		assertThat(world.members(0).toList()).isEqualTo(other.members(0).toList());
		assertThat(world.state(world.member(150), "eu-south-1")).isEqualTo(asked);
	}

	@Test
	void isAnotherForAnotherSeedButForItsCast() {
		World world = new World(7, 200, World.CAST, REGIONS);
		World other = new World(8, 200, World.CAST, REGIONS);
		assertThat(world.members(World.CAST).toList()).isNotEqualTo(other.members(World.CAST).toList());
		for (int position = 0; position < World.CAST; position++) {
			assertThat(world.member(position)).isEqualTo(other.member(position));
		}
	}

	@Test
	void doesNotDependOnHowManyAccountsAndRegionsThereAre() {
		World small = new World(7, 100, World.CAST, REGIONS);
		World large = new World(7, 5_000, World.CAST,
				List.of("us-east-1", "ap-northeast-1", "eu-south-1", "us-west-2"));
		assertThat(large.state(large.member(99), "eu-south-1")).isEqualTo(small.state(small.member(99), "eu-south-1"));
	}

	@Test
	void drawsAllButTwoWhereTheCastIsLeftOut() {
		World world = new World(7, 100, 2, REGIONS);
		assertThat(world.member(23).name()).isEqualTo("account-0023");
		assertThat(world.member(World.AUDIT).name()).isEqualTo("監査 Audit");
	}

	@Test
	void holdsFewAccountsThatAreLarge() {
		World world = new World(7, 1_000, World.CAST, REGIONS);
		List<Integer> rules = world.members(World.CAST)
			.map((member) -> world.state(member, "us-east-1").rules().size())
			.sorted()
			.toList();
		assertThat(rules.get(rules.size() / 2)).isLessThan(14);
		assertThat(rules.get(rules.size() - 1)).isGreaterThan(40);
	}

	@Test
	void losesAndGainsAccountsFromDayToDay() {
		World before = new World(1, 24, World.CAST, REGIONS);
		World after = new World(1, 24, World.CAST, REGIONS, 1);
		assertThat(before.members(0).map(Member::position)).contains(11).doesNotContain(24);
		assertThat(after.members(0).map(Member::position)).contains(24).doesNotContain(11);
		assertThat(after.member(World.id(11))).isEmpty();
		assertThat(after.member(World.id(24))).isPresent();
		assertThat(after.nth(11).position()).isEqualTo(12);
		assertThat(after.size()).isEqualTo(24);
		assertThat(after.bound()).isEqualTo(25);
		assertThat(after.has(11)).isFalse();
	}

	@Test
	void hasThoseWhoLeftAndJoinedStaySo() {
		for (int day = 1; day < 40; day++) {
			Set<Integer> today = positions(day);
			Set<Integer> tomorrow = positions(day + 1);
			int newest = today.stream().max(Integer::compare).orElseThrow();
			assertThat(tomorrow).allMatch((position) -> today.contains(position) || position > newest);
		}
	}

	private static Set<Integer> positions(int day) {
		return new World(7, 500, World.CAST, REGIONS, day).members(0).map(Member::position).collect(Collectors.toSet());
	}

	@Test
	void changesFewThingsADayAndSomeOfThemBack() {
		List<World> days = IntStream.range(0, 4).mapToObj((day) -> new World(7, 2_000, 2, REGIONS, day)).toList();
		for (int day = 1; day < 4; day++) {
			assertThat(changed(days.get(day - 1), days.get(day))).isBetween(20L, 400L);
		}
		assertThat(common(days.get(0), days.get(2)).filter((position) -> days.get(1).has(position))
			.filter((position) -> state(days.get(0), position).recorder() != state(days.get(1), position).recorder())
			.filter((position) -> state(days.get(0), position).recorder() == state(days.get(2), position).recorder()))
			.isNotEmpty();
	}

	private static long changed(World one, World other) {
		return common(one, other)
			.filter((position) -> !one.member(position).equals(other.member(position))
					|| !state(one, position).equals(state(other, position)))
			.count();
	}

	private static Stream<Integer> common(World one, World other) {
		return one.members(0).map(Member::position).filter(other::has);
	}

	private static RegionState state(World world, int position) {
		return world.state(world.member(position), "us-east-1");
	}

	/** The truth knows of no change in it. */
	@Test
	void leavesTheAccountThatJoinsTheExampleAlone() {
		World first = new World(1, 24, World.CAST, REGIONS, 1);
		for (int day = 2; day <= 3; day++) {
			World later = new World(1, 24, World.CAST, REGIONS, day);
			assertThat(later.members(World.CAST)).isEqualTo(first.members(World.CAST).toList());
			for (String region : REGIONS) {
				assertThat(later.state(later.member(24), region)).isEqualTo(first.state(first.member(24), region));
			}
		}
	}

	@Test
	void showsTheOrganizationsTrailAtEveryMemberInItsHomeRegionOnly() {
		World world = new World(1, 30, World.CAST, REGIONS);
		Member member = world.member(25);
		assertThat(world.shown(member, "us-east-1")).extracting(TrailState::name).contains("organization");
		assertThat(world.shown(member, "eu-south-1")).extracting(TrailState::name).doesNotContain("organization");
	}

	@Test
	void hasAnOrganizationAnalyzerFindNothingInside() {
		World world = new World(1, 24, World.CAST, REGIONS);
		Member open = world.member(21);
		AnalyzerState account = world.state(open, "eu-south-1").analyzers().get(0);
		assertThat(world.accesses(account)).extracting(Access::kind)
			.containsExactly(Access.Kind.PUBLIC, Access.Kind.OUTSIDE, Access.Kind.INSIDE, Access.Kind.FEDERATED,
					Access.Kind.SERVICE, Access.Kind.UNKNOWN);
		AnalyzerState organization = new AnalyzerState(World.id(World.AUDIT), "eu-south-1", "organization",
				"ORGANIZATION", "ACTIVE");
		assertThat(world.accesses(organization)).extracting(Access::kind).doesNotContain(Access.Kind.INSIDE);
	}

}
