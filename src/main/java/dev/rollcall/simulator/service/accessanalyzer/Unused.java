package dev.rollcall.simulator.service.accessanalyzer;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import dev.rollcall.simulator.world.Dice;
import dev.rollcall.simulator.world.Draw;
import dev.rollcall.simulator.world.Facet;
import dev.rollcall.simulator.world.Member;
import dev.rollcall.simulator.world.Partition;
import dev.rollcall.simulator.world.World;

/**
 * Something in an account that nobody has used for long, which an analyzer of unused
 * access finds.
 *
 * @param id of the finding
 * @param owner the account
 * @param archived whether somebody accepted it
 */
public record Unused(String id, String owner, String resource, Kind kind, boolean archived) {

	/** In order: nothing is unused, or nobody looks. */
	static final Facet<List<Unused>> FACET = Facet.of(List.of(), Unused::drawn);

	private static final Kind[] KINDS = Kind.values();

	/**
	 * What nobody has used.
	 * @param position of its account
	 * @param partition in which the account lies
	 * @param name of the role or user
	 */
	static Unused of(int position, String owner, Partition partition, String name, Kind kind) {
		Dice dice = Dice.of(position).with(name).with(kind.name());
		return new Unused(new UUID(dice.with(1).state(), dice.with(2).state()).toString(), owner,
				partition.arn("iam", "", owner, (kind.ofUser ? "user/" : "role/") + name), kind, false);
	}

	private static List<Unused> drawn(Draw draw) {
		int most = draw.account().with("unused").percent(40) ? 3 : 0;
		return IntStream.range(0, most)
			.mapToObj((i) -> of(draw.position(), draw.id(), Partition.of(draw.regions().get(0)), "left-over-" + i,
					KINDS[draw.account().with("unused").with(i).below(KINDS.length)]))
			.toList();
	}

	/**
	 * What an analyzer of unused access finds: in its own account, or in those of the
	 * organization that it does not leave out.
	 */
	static List<Unused> found(World world, AnalyzerState analyzer) {
		if (!analyzer.isOrganizational()) {
			return world.member(analyzer.owner()).map((owner) -> world.of(owner, FACET)).orElse(List.of());
		}
		return world.members(0)
			.filter(Member::isActive)
			.filter((member) -> !analyzer.leftOut().contains(member.id()))
			.flatMap((member) -> world.of(member, FACET).stream())
			.toList();
	}

	/** The same, accepted by somebody. */
	Unused accepted() {
		return new Unused(this.id, this.owner, this.resource, this.kind, true);
	}

	/** What it is that nobody uses, as the service calls it. */
	public enum Kind {

		UNUSED_IAM_ROLE(false), UNUSED_IAM_USER_ACCESS_KEY(true), UNUSED_IAM_USER_PASSWORD(true),
		UNUSED_PERMISSION(false);

		private final boolean ofUser;

		Kind(boolean ofUser) {
			this.ofUser = ofUser;
		}

		/** What the finding is on. */
		String resourceType() {
			return this.ofUser ? "AWS::IAM::User" : "AWS::IAM::Role";
		}

	}

}
