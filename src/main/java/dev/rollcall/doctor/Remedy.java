package dev.rollcall.doctor;

import java.util.Objects;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.EntryRefusedException;
import dev.rollcall.account.IamAction;
import dev.rollcall.collect.AskedIn;
import dev.rollcall.collect.CellFailure;
import dev.rollcall.collect.CellResult;
import dev.rollcall.collect.CellStatus;
import dev.rollcall.collect.Coverage;
import dev.rollcall.collect.DeniedBy;
import dev.rollcall.collect.ExpectedGaps;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.configuration.Configuration;
import dev.rollcall.doctor.Diagnosis.Subject;
import dev.rollcall.organization.Discovery;

/**
 * What to do about a cell that could not be read, and whom to ask: by which policy
 * refused, and whose it is.
 */
final class Remedy {

	private final SourceCatalog catalog;

	private final Configuration configuration;

	private final Discovery discovery;

	private final String self;

	/**
	 * Remedies of one organization.
	 * @param self our own ARN
	 */
	Remedy(SourceCatalog catalog, Configuration configuration, Discovery discovery, String self) {
		this.catalog = catalog;
		this.configuration = configuration;
		this.discovery = discovery;
		this.self = self;
	}

	/**
	 * A gap: a fault, unless it is expected, or a night may wait for the answer.
	 * @param finding what was seen
	 */
	Diagnosis diagnosis(Subject subject, String place, String finding, CellResult gap, ExpectedGaps expected) {
		if (Coverage.of(gap, expected).expected()) {
			return Diagnosis.note(subject, place, finding + " The configuration expects that.", null);
		}
		if (gap.status() == CellStatus.THROTTLED || gap.status() == CellStatus.TIMED_OUT) {
			return Diagnosis.note(subject, place, finding + " A night waits longer.", null);
		}
		return Diagnosis.fault(subject, place, finding, of(gap));
	}

	private String of(CellResult gap) {
		CellFailure failure = gap.failure();
		if (failure == null || failure.status() != CellStatus.DENIED || failure.operation() == null) {
			return "no permission is missing: " + ((failure != null && failure.message() != null)
					? "it answered '" + failure.message() + "'" : "look at what it answered")
					+ "; if that stays, the night has this gap";
		}
		DeniedBy by = Objects.requireNonNullElse(failure.deniedBy(), DeniedBy.UNKNOWN);
		boolean entering = failure.operation().equals(EntryRefusedException.OPERATION);
		String action = IamAction.of(failure.operation());
		return switch (by) {
			case SCP -> "ask whoever keeps the organization's service control policies" + management() + " to allow "
					+ action + " in " + where(gap) + ", or expect the gap (expected-gaps)";
			case RCP -> "ask whoever keeps the organization's resource control policies" + management() + " to allow "
					+ action + " in " + where(gap);
			case SESSION -> "the session policy that Rollcall passes lacks " + action
					+ ": a defect of Rollcall, which 'rollcall policy' ('session') shows; report it";
			case TRUST -> trust(gap);
			case IDENTITY -> entering ? own(action, "on " + roleIn(gap)) : grant(action, gap);
			case UNKNOWN -> (entering ? trust(gap) : grant(action, gap))
					+ "; the answer names no policy: where that is in order, ask whoever keeps the organization's policies"
					+ management();
		};
	}

	private String trust(CellResult gap) {
		return "ask who administers " + entered(gap) + " for a role " + this.configuration.roleName() + " that trusts "
				+ this.self
				+ this.configuration.externalId()
					.map((id) -> " with the ExternalId that the configuration has")
					.orElse(" without an ExternalId (none is configured)")
				+ ": 'rollcall policy' prints 'trust' and 'permissions'";
	}

	/**
	 * Which account did not let us in, which need not be the one that was asked about.
	 */
	private String entered(CellResult gap) {
		return switch (source(gap).askedIn()) {
			case ACCOUNT, READER -> gap.cell().account().value();
			case MANAGEMENT, ADMINISTRATOR_OR_MANAGEMENT, MANAGEMENT_AND_ADMINISTRATORS, NAMED_ADMINISTRATOR ->
				"the account that answers for the organization" + management();
		};
	}

	private String grant(String action, CellResult gap) {
		if (source(gap).askedIn() == AskedIn.READER) {
			return this.configuration.organizationRole()
				.map((role) -> "allow " + action + " to " + role + " ('rollcall policy', 'reader')")
				.orElseGet(() -> own(action, "('rollcall policy', 'identity')"));
		}
		if (gap.cell().account().equals(this.discovery.ownAccount())) {
			return own(action, "('rollcall policy', 'permissions')");
		}
		return "ask who administers " + gap.cell().account() + " to allow " + action + " to its role "
				+ this.configuration.roleName()
				+ ", in its policy and its permissions boundary ('rollcall policy', 'permissions')";
	}

	/** Whose policy says whether a cell may be read: the reader's, ours, a role's. */
	String grantor(CellResult gap) {
		if (source(gap).askedIn() == AskedIn.READER) {
			return "reader";
		}
		return gap.cell().account().equals(this.discovery.ownAccount()) ? "own" : "role";
	}

	private String own(String action, String how) {
		return "allow " + action + " to what runs Rollcall, " + this.self + ", " + how;
	}

	private String roleIn(CellResult gap) {
		return "the role " + this.configuration.roleName() + " of " + gap.cell().account()
				+ " ('rollcall policy', 'identity')";
	}

	private String where(CellResult gap) {
		return gap.cell().account() + (gap.cell().isGlobal() ? "" : " " + gap.cell().region());
	}

	private String management() {
		AccountId management = this.discovery.managementAccount();
		return (management != null) ? " (management account " + management + ")" : "";
	}

	private SourceDefinition source(CellResult gap) {
		return this.catalog.definitions()
			.stream()
			.filter((source) -> source.name().equals(gap.cell().source()))
			.findFirst()
			.orElseThrow();
	}

}
