package dev.rollcall.simulator.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The organization. Its first accounts are written by hand, with every hard case among
 * them; any others are drawn from the seed and mostly in good order.
 */
public final class World {

	/** The account that is the organization's management account. */
	public static final int MANAGEMENT = 0;

	/** The account from which the organization is audited. */
	public static final int AUDIT = 1;

	/** The account that administers IAM for the organization. */
	public static final int IDENTITY = 3;

	/** How many accounts are written by hand. */
	public static final int CAST = 24;

	/** The role by which accounts are entered. */
	public static final String ROLE = "RollcallAudit";

	/** The organization. */
	public static final String ORGANIZATION = "o-rollcall01";

	private final int written;

	private final List<String> regions;

	private final Cast cast;

	private final Crowd crowd;

	/** Who is there, in order. */
	private final int[] positions;

	/** An organization as it is drawn and written. */
	public World(long seed, int accounts, int written, List<String> regions) {
		this(seed, accounts, written, regions, 0);
	}

	/**
	 * An organization.
	 * @param accounts how many accounts there are; at least the first two
	 * @param written how many of those that are written by hand come first; at least two
	 * @param regions the Regions that exist, the first one being home
	 * @param drift how many days it has lived on since; accounts leave and join, and
	 * things change in those that stay
	 */
	public World(long seed, int accounts, int written, List<String> regions, int drift) {
		Drift days = new Drift(drift);
		this.written = written;
		this.regions = List.copyOf(regions);
		this.cast = new Cast(this.regions, days);
		this.crowd = new Crowd(Dice.of(seed), this.regions, days);
		this.positions = IntStream.range(0, accounts + days.joined(accounts))
			.filter((position) -> !hasLeft(position))
			.toArray();
	}

	private boolean hasLeft(int position) {
		return (position < this.written) ? this.cast.hasLeft(position) : this.crowd.hasLeft(position);
	}

	/** How many accounts there are. */
	public int size() {
		return this.positions.length;
	}

	/** What every position is below, also of those that left. */
	public int bound() {
		return this.positions[this.positions.length - 1] + 1;
	}

	/** Whether there is an account at a position. */
	public boolean has(int position) {
		return Arrays.binarySearch(this.positions, position) >= 0;
	}

	/** The n-th of the accounts, from 0. */
	public Member nth(int index) {
		return member(this.positions[index]);
	}

	/** The Regions, in the scenario's order. */
	public List<String> regions() {
		return this.regions;
	}

	/** The Region in which the organization's own things are made. */
	public String home() {
		return this.regions.get(0);
	}

	public Member member(int position) {
		return (position < this.written) ? this.cast.member(position) : this.crowd.member(position);
	}

	/** An account by its id; empty where the organization has none of that id. */
	public Optional<Member> member(String id) {
		var position = AccountNumbers.position(id, bound());
		return (position.isPresent() && has(position.getAsInt())) ? Optional.of(member(position.getAsInt()))
				: Optional.empty();
	}

	/** Every account, from a position on. */
	public Stream<Member> members(int from) {
		return Arrays.stream(this.positions).filter((position) -> position >= from).mapToObj(this::member);
	}

	/** The id of the account at a position. */
	public static String id(int position) {
		return AccountNumbers.id(position);
	}

	/** What there is in one of the Regions of an account. */
	public RegionState state(Member member, String region) {
		return (member.position() < this.written) ? this.cast.state(member, region) : this.crowd.state(member, region);
	}

	/** The trails that the organization's management made for all accounts. */
	public List<TrailState> organizationTrails() {
		return member(MANAGEMENT).trails().stream().filter(TrailState::organization).toList();
	}

	/**
	 * The trails that show in an account and Region, shadows included: those at home
	 * there, those of all Regions, and the organization's.
	 */
	public List<TrailState> shown(Member member, String region) {
		List<TrailState> trails = new ArrayList<>(member.trails());
		if (member.position() != MANAGEMENT) {
			trails.addAll(organizationTrails());
		}
		return trails.stream().filter((trail) -> trail.multiRegion() || trail.home().equals(region)).toList();
	}

	/**
	 * What an analyzer of external access finds: on its own account's resources, or on
	 * those of the organization, where other accounts of it are no strangers.
	 */
	public List<Access> accesses(AnalyzerState analyzer) {
		if (!analyzer.isOrganizational()) {
			return member(analyzer.owner()).map((owner) -> state(owner, analyzer.region()).accesses())
				.orElse(List.of());
		}
		return members(0).filter(Member::isActive)
			.flatMap((member) -> state(member, analyzer.region()).accesses().stream())
			.filter((access) -> access.kind() != Access.Kind.INSIDE)
			.toList();
	}

	/** Who administers which service. */
	public static List<Delegation> delegations() {
		return List.of(new Delegation(id(AUDIT), "access-analyzer.amazonaws.com"),
				new Delegation(id(AUDIT), "config-multiaccountsetup.amazonaws.com"),
				new Delegation(id(AUDIT), "config.amazonaws.com"), new Delegation(id(IDENTITY), "iam.amazonaws.com"));
	}

	/**
	 * An account that administers a service for the organization.
	 *
	 * @param servicePrincipal such as {@code config.amazonaws.com}
	 */
	public record Delegation(String account, String servicePrincipal) {

	}

}
