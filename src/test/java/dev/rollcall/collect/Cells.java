package dev.rollcall.collect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.AccountSession;
import dev.rollcall.account.AccountSessions;
import dev.rollcall.account.FakeAws;
import dev.rollcall.organization.Account;
import dev.rollcall.organization.AccountState;
import dev.rollcall.organization.DelegatedAdministrator;
import dev.rollcall.organization.Discovery;
import dev.rollcall.organization.Roster;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import software.amazon.awssdk.regions.Region;

/**
 * Reads single cells of a night over the accounts 111111111111, 222222222222 and
 * 333333333333, managed by the first, in eu-west-1 and us-east-1, unless said otherwise.
 */
public final class Cells {

	public static final String MANAGEMENT = "111111111111";

	public static final String MEMBER = "222222222222";

	public static final String OTHER = "333333333333";

	private final FakeAws aws;

	private final AccountSessions sessions;

	private Roster roster = Roster.ORGANIZATION;

	private List<Account> accounts = Stream.of(MANAGEMENT, MEMBER, OTHER).map(Cells::active).toList();

	private List<String> regions = List.of("eu-west-1", "us-east-1");

	private boolean regionsGiven = true;

	private Exclusions exclusions = Exclusions.NONE;

	private List<Source> more = List.of();

	private KnownOwners owners = KnownOwners.NONE;

	private Region home = FakeAws.HOME;

	public Cells(FakeAws aws) {
		this.aws = aws;
		this.sessions = aws.sessions(aws.environment(16));
	}

	/** An active account. */
	public static Account active(String id) {
		return account(id, AccountState.ACTIVE);
	}

	public static Account account(String id, AccountState state) {
		return new Account(new AccountId(id), "name of " + id, state, id.equals(MANAGEMENT), null, List.of(), null,
				null);
	}

	/** The sources that ship. */
	public static SourceCatalog shipped() {
		try (var context = new AnnotationConfigApplicationContext("dev.rollcall.collect")) {
			return context.getBean(SourceCatalog.class);
		}
	}

	/** The sources that ship, and more. */
	public static SourceCatalog shippedAnd(Source... more) {
		SourceCatalog shipped = shipped();
		List<Source> sources = new ArrayList<>(shipped.accountSources());
		sources.addAll(shipped.organizationSources());
		sources.addAll(shipped.distinctSources());
		sources.addAll(List.of(more));
		return new SourceCatalog(sources);
	}

	public Cells roster(Roster roster) {
		this.roster = roster;
		return this;
	}

	public Cells accounts(Account... accounts) {
		this.accounts = List.of(accounts);
		return this;
	}

	public Cells regions(String... regions) {
		this.regions = List.of(regions);
		return this;
	}

	/** Where we run, which is where services without Regions are asked. */
	public Cells home(String region) {
		this.home = Region.of(region);
		return this;
	}

	public Cells without(Exclusions exclusions) {
		this.exclusions = exclusions;
		return this;
	}

	Cells administrators(List<DelegatedAdministrator> administrators) {
		return owners(new KnownOwners(administrators, List.of()));
	}

	Cells owners(KnownOwners owners) {
		this.owners = owners;
		return this;
	}

	/** Has the accounts' own lists add to the Regions. */
	Cells regionsAdded() {
		this.regionsGiven = false;
		return this;
	}

	/** Asks these beside the sources that ship. */
	Cells with(Source... sources) {
		this.more = List.of(sources);
		return this;
	}

	public NightScope night() {
		AccountId own = new AccountId(FakeAws.OWN);
		boolean organization = this.roster == Roster.ORGANIZATION;
		return new NightScope(new Discovery(this.roster, own, own, organization ? "o-a1b2c3d4e5" : null,
				organization ? new AccountId(MANAGEMENT) : null, this.accounts, this.regions, this.regionsGiven),
				this.exclusions);
	}

	/** The engine of the night, on the threads of the given executor. */
	Collecting collecting(Executor executor, int cellsAhead) {
		return new Collecting(shippedAnd(this.more.toArray(Source[]::new)), night(), Known.NOTHING, this.sessions,
				this.sessions.own(), this.owners, Cells::nothingSpills, executor, cellsAhead,
				Clocks.of(this.aws.time()));
	}

	/** Reads the source in the member 222222222222, in eu-west-1 where it is regional. */
	public CellResult read(Source source) {
		return read(source, MEMBER, "eu-west-1");
	}

	/** Reads the source, after those that it depends on. */
	public CellResult read(Source source, Source... dependencies) {
		List<CellResult> read = Arrays.stream(dependencies).map(this::read).toList();
		if (source instanceof DistinctSource distinct) {
			return readListed(distinct, thing(distinct, read));
		}
		return reader().read(cell(source, MEMBER, "eu-west-1"), source, asked(source, MEMBER), new Dependencies(read));
	}

	public CellResult read(Source source, String account, String region) {
		return reader().read(cell(source, account, region), source, asked(source, account), Dependencies.NONE);
	}

	/**
	 * Reads the source about a thing; of one that accounts can list, where the account
	 * lists it.
	 */
	private CellResult readListed(DistinctSource source, Thing thing) {
		if (source.canList()) {
			CellResult listed = read(new Listing(source, thing.arn()));
			if (listed.status() != CellStatus.READ) {
				return listed;
			}
		}
		return read(source, MEMBER, thing);
	}

	/** Reads the source about a thing, in an account that may own it. */
	public CellResult read(DistinctSource source, String account, Thing thing) {
		Cell cell = new Cell(new AccountId(account), thing.region(), source.definition().name(), thing.arn());
		return reader().ask(cell, source, asked(source, account), Dependencies.NONE);
	}

	/** The first thing that what was read names. */
	private Thing thing(DistinctSource source, List<CellResult> read) {
		return read.stream()
			.flatMap((result) -> result.rows().stream())
			.flatMap((row) -> source.things(row, night()).stream())
			.findFirst()
			.orElseThrow(() -> new AssertionError(
					"Nothing names what " + source.definition().name() + " asks about: " + read));
	}

	/** What the cell's rows hold. */
	public List<Record> evidence(Source source) {
		return evidence(read(source));
	}

	public static List<Record> evidence(CellResult result) {
		return new ArrayList<>(result.evidence(Record.class));
	}

	private static Cell cell(Source source, String account, String region) {
		SourceDefinition definition = source.definition();
		return new Cell(new AccountId(account), definition.isRegional() ? region : Cell.GLOBAL, definition.name());
	}

	private Asked asked(Source source, String account) {
		return new Asked(active(account), session(source, account), OwnRegions.unknown(new AccountId(account)));
	}

	private AccountSession session(Source source, String account) {
		return (source.definition().askedIn() == AskedIn.READER) ? this.sessions.own()
				: this.sessions.of(new AccountId(account));
	}

	/** Reads the source in the member 222222222222, with others to help. */
	CellResult read(Source source, Executor helpers, RowBudget budget, Spill.Store spills) {
		return new CellReader(night(), FakeAws.HOME, budget, spills, helpers, Clocks.of(this.aws.time()))
			.read(cell(source, MEMBER, "eu-west-1"), source, asked(source, MEMBER), Dependencies.NONE);
	}

	private CellReader reader() {
		return new CellReader(night(), this.home, new RowBudget(Long.MAX_VALUE), Cells::nothingSpills, Runnable::run,
				Clocks.of(this.aws.time()));
	}

	private static Spill nothingSpills(Cell cell) {
		throw new AssertionError(cell + " spilled");
	}

	/** Whether an account lists a thing. */
	private record Listing(DistinctSource source, String arn) implements Source {

		@Override
		public SourceDefinition definition() {
			return this.source.definition();
		}

		@Override
		public Answer collect(CellScope account) {
			return this.source.owned(Set.of(this.arn), account).contains(this.arn) ? Answer.READ : Answer.NOT_ENABLED;
		}

	}

}
