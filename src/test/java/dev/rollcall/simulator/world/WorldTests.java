package dev.rollcall.simulator.world;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.rollcall.simulator.service.accessanalyzer.RegionAccess;
import dev.rollcall.simulator.service.cloudtrail.Trails;
import dev.rollcall.simulator.service.config.Recorder;
import dev.rollcall.simulator.service.config.Recording;
import dev.rollcall.simulator.service.iam.RootUser;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class WorldTests {

	private static final List<String> REGIONS = List.of("us-east-1", "ap-northeast-1", "eu-south-1");

	private static final int WRITTEN = 24;

	@Test
	void givesTenThousandAccountsIdsOfTheirOwnAndFindsThemAgain() {
		World world = example(1, 10_000);
		Set<String> ids = IntStream.range(0, 10_000).mapToObj(World::id).collect(Collectors.toSet());
		assertThat(ids).hasSize(10_000).allMatch((id) -> id.matches("[0-9]{12}")).anyMatch((id) -> id.startsWith("0"));
		assertThat(IntStream.of(0, 8, 24, 9_999))
			.allMatch((position) -> world.member(World.id(position)).orElseThrow().position() == position);
		assertThat(world.member(World.id(10_000))).isEmpty();
		assertThat(world.member("999988887777")).isEmpty();
	}

	@Test
	void isTheSameForTheSameSeedInAnyOrder() {
		World world = example(7, 200);
		World other = example(7, 200);
		List<Object> asked = state(other, 150, "eu-south-1");
		assertThat(world.members(0).toList()).isEqualTo(other.members(0).toList());
		assertThat(state(world, 150, "eu-south-1")).isEqualTo(asked);
	}

	@Test
	void isAnotherForAnotherSeedButForItsCast() {
		World world = example(7, 200);
		World other = example(8, 200);
		assertThat(world.members(WRITTEN).toList()).isNotEqualTo(other.members(WRITTEN).toList());
		for (int position = 0; position < WRITTEN; position++) {
			assertThat(world.member(position)).isEqualTo(other.member(position));
		}
	}

	@Test
	void doesNotDependOnHowManyAccountsAndRegionsThereAre() {
		World small = example(7, 100);
		World large = world(
				Outline.example(7, 5_000, List.of("us-east-1", "ap-northeast-1", "eu-south-1", "us-west-2")));
		assertThat(state(large, 99, "eu-south-1")).isEqualTo(state(small, 99, "eu-south-1"));
	}

	@Test
	void drawsAllButTwoWhereTheCastIsLeftOut() {
		World world = world(Outline.example(7, 100, REGIONS).withWritten(2));
		assertThat(world.member(23).name()).isEqualTo("account-0023");
		assertThat(world.member(World.AUDIT).name()).isEqualTo("監査 Audit");
	}

	@Test
	void holdsFewAccountsThatAreLarge() {
		World world = example(7, 1_000);
		List<Integer> rules = world.members(WRITTEN)
			.map((member) -> world.of(member, "us-east-1", Recording.FACET).rules().size())
			.sorted()
			.toList();
		assertThat(rules.get(rules.size() / 2)).isLessThan(14);
		assertThat(rules.get(rules.size() - 1)).isGreaterThan(40);
	}

	@Test
	void losesAndGainsAccountsFromDayToDay() {
		World before = example(1, 24);
		World after = world(Outline.example(1, 24, REGIONS).withDrift(1));
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
		return world(Outline.example(7, 500, REGIONS).withDrift(day)).members(0)
			.map(Member::position)
			.collect(Collectors.toSet());
	}

	@Test
	void changesFewThingsADayAndSomeOfThemBack() {
		List<World> days = IntStream.range(0, 4)
			.mapToObj((day) -> world(Outline.example(7, 2_000, REGIONS).withWritten(2).withDrift(day)))
			.toList();
		for (int day = 1; day < 4; day++) {
			assertThat(changed(days.get(day - 1), days.get(day))).isBetween(20L, 400L);
		}
		assertThat(common(days.get(0), days.get(2)).filter((position) -> days.get(1).has(position))
			.filter((position) -> recorder(days.get(0), position) != recorder(days.get(1), position))
			.filter((position) -> recorder(days.get(0), position) == recorder(days.get(2), position))).isNotEmpty();
	}

	private static long changed(World one, World other) {
		return common(one, other)
			.filter((position) -> !one.member(position).equals(other.member(position))
					|| !state(one, position, "us-east-1").equals(state(other, position, "us-east-1")))
			.count();
	}

	private static Stream<Integer> common(World one, World other) {
		return one.members(0).map(Member::position).filter(other::has);
	}

	private static Recorder recorder(World world, int position) {
		return world.of(world.member(position), "us-east-1", Recording.FACET).recorder();
	}

	/** What services keep of an account, and of one of its Regions. */
	private static List<Object> state(World world, int position, String region) {
		Member member = world.member(position);
		return List.of(world.of(member, Trails.FACET), world.of(member, RootUser.FACET),
				world.of(member, region, Recording.FACET), world.of(member, region, RegionAccess.FACET));
	}

	private static World example(long seed, int accounts) {
		return world(Outline.example(seed, accounts, REGIONS));
	}

	private static World world(Outline outline) {
		return new World(outline, LocalDate.parse("2026-11-20"));
	}

	/** The truth knows of no change in it. */
	@Test
	void leavesTheAccountThatJoinsTheExampleAlone() {
		World first = world(Outline.example(1, 24, REGIONS).withDrift(1));
		for (int day = 2; day <= 3; day++) {
			World later = world(Outline.example(1, 24, REGIONS).withDrift(day));
			assertThat(later.members(WRITTEN)).isEqualTo(first.members(WRITTEN).toList());
			for (String region : REGIONS) {
				assertThat(state(later, 24, region)).isEqualTo(state(first, 24, region));
			}
		}
	}

	@Test
	void datesWhatHappenedBeforeTheDayOnWhichItWasWrittenAndWhatGoesOnBeforeToday() {
		Past first = world(Outline.example(1, 24, REGIONS)).past();
		Past later = new World(Outline.example(1, 24, REGIONS).withDrift(3), LocalDate.parse("2026-11-23")).past();
		for (int position = 0; position < WRITTEN; position++) {
			assertThat(first.once(position, "joined")).isEqualTo(later.once(position, "joined"))
				.isBetween("2025-11-20T00:00:00Z", "2026-11-20T00:00:00Z");
			assertThat(later.lately(position, "delivered")).isBetween("2026-11-22T00:00:00Z", "2026-11-23T00:00:00Z");
		}
	}

	@Test
	void refusesAnOrganizationThatNobodyWrote() {
		assertThatIllegalArgumentException().isThrownBy(() -> World.written("acme"))
			.withMessageStartingWith("'acme': no such organization is written; known are example");
	}

}
