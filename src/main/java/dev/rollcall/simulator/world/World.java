package dev.rollcall.simulator.world;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The organization. Its first accounts are written by hand; any others are drawn from the
 * seed and mostly in good order. What a service keeps of an account is a {@link Facet} of
 * that service's own.
 */
public final class World {

	/** The account that is the organization's management account. */
	public static final int MANAGEMENT = 0;

	/** The account from which the organization is audited. */
	public static final int AUDIT = 1;

	/** The account that keeps everybody's logs. */
	public static final int LOGS = 2;

	/** The account that administers IAM for the organization. */
	public static final int IDENTITY = 3;

	/** The Region of what has none. */
	public static final String GLOBAL = "global";

	/** The role by which accounts are entered. */
	public static final String ROLE = "RollcallAudit";

	/** The organization's id. */
	public static final String ORGANIZATION = "o-rollcall01";

	private final Outline outline;

	private final Past past;

	private final WrittenOrganization roster;

	private final Cast cast;

	private final Crowd crowd;

	/** Who is there, in order. */
	private final int[] positions;

	/**
	 * The organization of an outline.
	 * @param today the day at hand, before which everything happened
	 */
	public World(Outline outline, LocalDate today) {
		Drift drift = new Drift(outline.drift());
		this.outline = outline;
		this.past = new Past(today.minusDays(outline.drift()), today);
		this.roster = WrittenOrganizations.roster(outline.organization());
		this.cast = Cast.of(outline.organization(), outline.regions(), drift);
		this.crowd = new Crowd(Dice.of(outline.seed()), outline.regions(), drift, this.roster);
		this.positions = IntStream.range(0, outline.accounts() + drift.joined(outline.accounts()))
			.filter((position) -> !hasLeft(position))
			.toArray();
	}

	private boolean hasLeft(int position) {
		return isWritten(position) ? this.cast.hasLeft(position) : this.crowd.hasLeft(position);
	}

	private boolean isWritten(int position) {
		return position < this.outline.written();
	}

	/** The organizations that are written by hand. */
	public static List<String> organizations() {
		return WrittenOrganizations.names();
	}

	/** How many accounts of an organization are written by hand. */
	public static int written(String organization) {
		return Cast.of(organization, List.of("us-east-1"), new Drift(0)).size();
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
		return this.outline.regions();
	}

	/** The Region in which the organization's own things are made. */
	public String home() {
		return regions().get(0);
	}

	/** The partition that its Regions lie in. */
	public Partition partition() {
		return Partition.of(home());
	}

	/** All units, the root first. */
	public List<Unit> units() {
		return this.roster.units();
	}

	/** When things happened. */
	public Past past() {
		return this.past;
	}

	public Member member(int position) {
		return isWritten(position) ? this.cast.member(position) : this.crowd.member(position);
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

	/** What there is of an account. */
	public <T> T of(Member member, Facet<T> facet) {
		return of(member, GLOBAL, facet);
	}

	/** What there is in one of the Regions of an account. */
	public <T> T of(Member member, String region, Facet<T> facet) {
		int position = member.position();
		return isWritten(position) ? this.cast.of(position, region, facet) : this.crowd.of(position, region, facet);
	}

}
