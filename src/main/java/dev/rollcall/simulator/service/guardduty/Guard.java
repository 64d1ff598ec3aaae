package dev.rollcall.simulator.service.guardduty;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import dev.rollcall.simulator.world.Draw;
import dev.rollcall.simulator.world.Facet;
import dev.rollcall.simulator.world.Member;
import dev.rollcall.simulator.world.World;
import org.jspecify.annotations.Nullable;

/**
 * What GuardDuty does in a Region of an account.
 *
 * @param detector the account's own
 * @param relationship to the Region's administrator, where there is one; null where the
 * account is no member
 * @param unprocessed whether the administrator cannot say what the detector looks at
 * @param off the features that are turned off
 * @param findings what it has found
 */
public record Guard(State detector, @Nullable String relationship, boolean unprocessed, Set<String> off,
		List<GuardFinding> findings) {

	static final String MEMBER = "Enabled";

	private static final Guard ORDINARY = new Guard(State.ENABLED, MEMBER, false, Set.of(), List.of());

	/** In order: a member of the organization whose detector looks at everything. */
	static final Facet<Guard> FACET = Facet.of(ORDINARY, Guard::drawn);

	public Guard {
		off = Set.copyOf(off);
		findings = List.copyOf(findings);
	}

	private static Guard drawn(Draw draw) {
		int drawn = draw.here().with("guard").below(100);
		Guard guard = switch (drawn) {
			case 0 -> ORDINARY.stranger(State.NONE);
			case 1 -> ORDINARY.stranger(State.ENABLED);
			case 2 -> ORDINARY.suspended();
			case 3, 4, 5 -> ORDINARY.without("EKS_AUDIT_LOGS");
			default -> ORDINARY;
		};
		for (int number = 0; number < draw.here().with("guard finds").below(3) - 1; number++) {
			int severity = draw.here().with("guard severity").below(12);
			guard = guard.finding((severity == 0) ? 8 : (severity < 4) ? 5 : 2,
					draw.account().with("guard days").below(60));
		}
		return guard;
	}

	/** The Region's administrator where its word proves what the detector does. */
	Optional<Member> provenBy(World world, Member member, String region) {
		return Administration.administrator(world, region)
			.filter((administrator) -> this.detector != State.NONE)
			.filter((administrator) -> administrator.position() == member.position()
					|| (isMember(region, member) && MEMBER.equals(this.relationship) && !this.unprocessed))
			.filter((administrator) -> administrator.position() == member.position()
					|| world.of(administrator, region, FACET).detector == State.ENABLED);
	}

	/** Whether the Region's administrator has it on its list. */
	boolean isMember(String region, Member member) {
		return this.relationship != null && !member.disabledRegions().contains(region);
	}

	/** The same, which is no member of the organization's. */
	Guard stranger(State own) {
		return new Guard(own, null, this.unprocessed, this.off, this.findings);
	}

	/** The same, which its administrator calls otherwise than enabled. */
	Guard called(String word, State own) {
		return new Guard(own, word, this.unprocessed, this.off, this.findings);
	}

	/** The same, suspended by its administrator. */
	Guard suspended() {
		return called("Disabled", State.SUSPENDED);
	}

	/** The same, of which its administrator cannot say what it looks at. */
	Guard notProcessed() {
		return new Guard(this.detector, this.relationship, true, this.off, this.findings);
	}

	/** The same with a feature turned off. */
	Guard without(String feature) {
		Set<String> more = new TreeSet<>(this.off);
		more.add(feature);
		return new Guard(this.detector, this.relationship, this.unprocessed, more, this.findings);
	}

	/** The same with one more finding. */
	Guard finding(int severity, int daysAgo) {
		return finding(new GuardFinding(this.findings.size(), severity, daysAgo, false));
	}

	/** The same with one more finding that somebody archived. */
	Guard archived(int severity, int daysAgo) {
		return finding(new GuardFinding(this.findings.size(), severity, daysAgo, true));
	}

	private Guard finding(GuardFinding finding) {
		List<GuardFinding> more = new ArrayList<>(this.findings);
		more.add(finding);
		return new Guard(this.detector, this.relationship, this.unprocessed, this.off, more);
	}

	/** What an account's own detector is. */
	enum State {

		NONE, ENABLED, SUSPENDED

	}

}
