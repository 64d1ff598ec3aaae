package dev.rollcall.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.rollcall.simulator.service.FewestCalls;
import dev.rollcall.simulator.service.Paging;
import dev.rollcall.simulator.service.Service;
import dev.rollcall.simulator.wire.Operation;
import dev.rollcall.simulator.wire.Protocol;
import dev.rollcall.simulator.world.Dice;
import dev.rollcall.simulator.world.Entry;
import dev.rollcall.simulator.world.Member;
import dev.rollcall.simulator.world.Outline;
import dev.rollcall.simulator.world.World;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is counted of a service that one account runs for the organization, and that asks
 * about things which others name.
 */
class LeastCallsTests {

	private static final List<String> REGIONS = List.of("ap-northeast-1", "us-east-1");

	private final World world = new World(Outline.example(1, 40, REGIONS), LocalDate.parse("2026-11-20"));

	private final Map<String, Integer> counted = new TreeMap<>();

	@Test
	void anAccountIsEnteredForEachKindOfQuestion() {
		count(new Guard());
		long active = this.world.members(0)
			.filter(Member::isActive)
			.filter((one) -> one.position() != World.AUDIT)
			.count();
		assertThat(this.counted).containsEntry("sts:AssumeRole", (int) active + 4);
	}

	@Test
	void anOwnersAnswerTakesThePlaceOfThoseThatItProves() {
		count(new Guard());
		long asked = this.world.members(0)
			.filter((member) -> member.isActive() && isOpen(member) && member.position() % 2 == 1)
			.mapToLong(
					(member) -> REGIONS.stream().filter((region) -> !member.disabledRegions().contains(region)).count())
			.sum();
		assertThat(this.counted).containsEntry("guard:ListMembers", REGIONS.size())
			.containsEntry("guard:GetDetector", (int) asked);
	}

	@Test
	void aThingIsAskedAboutOnceWhereAnybodyIsLetIn() {
		count(new Guard());
		assertThat(this.counted).containsEntry("guard:GetBucket", 2);
	}

	private void count(Service service) {
		Scenario scenario = new Scenario(Outline.example(1, 40, REGIONS), null, null, Duration.ofHours(1), null,
				Optional.empty(), Optional.empty(), List.of());
		StsService sts = new StsService(this.world, scenario, new Sessions(scenario.outline(), Clock.systemUTC()));
		new LeastCalls(this.world, List.of(service, sts), new Paging(Dice.of(1)),
				(position, region, operation, calls) -> this.counted.merge(operation, calls, Integer::sum))
			.compute();
	}

	/** An account that lets nobody in, or one that is not active. */
	private Member closed(boolean active) {
		return this.world.members(0)
			.filter((member) -> member.isActive() == active && !(active && isOpen(member)))
			.findFirst()
			.orElseThrow();
	}

	private static boolean isOpen(Member member) {
		return member.entry() == Entry.OPEN || member.position() == World.AUDIT;
	}

	/**
	 * One account knows the state of every second one. A thing lies in the log account,
	 * one in the management account, one in an account that lets nobody in, one in one
	 * that is not active.
	 */
	private final class Guard implements Service {

		@Override
		public String name() {
			return "guard";
		}

		@Override
		public Reach reach() {
			return Reach.REGION;
		}

		@Override
		public Protocol protocol() {
			throw new UnsupportedOperationException();
		}

		@Override
		public List<Operation<?>> operations() {
			return List.of();
		}

		@Override
		public void onceCalls(FewestCalls calls) {
			REGIONS.forEach((region) -> calls.add(World.IDENTITY, region, "guard:ListMembers", 1));
		}

		@Override
		public void regionCalls(Member member, String region, FewestCalls calls) {
			calls.add(member.position(), region, "guard:GetDetector", member.position() % 2);
		}

		@Override
		public void thingCalls(FewestCalls calls) {
			calls.add(World.LOGS, "us-east-1", "guard:GetBucket", 1);
			calls.add(World.MANAGEMENT, "us-east-1", "guard:GetBucket", 1);
			calls.add(closed(true).position(), "us-east-1", "guard:GetBucket", 1);
			calls.add(closed(false).position(), "us-east-1", "guard:GetBucket", 1);
		}

	}

}
