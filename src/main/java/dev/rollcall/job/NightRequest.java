package dev.rollcall.job;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.Connection;
import dev.rollcall.collect.Clocks;
import dev.rollcall.configuration.Configuration;
import dev.rollcall.control.Control;
import dev.rollcall.control.ControlCatalog;
import dev.rollcall.control.ParameterEntry;
import dev.rollcall.control.Projection;
import dev.rollcall.control.Waiver;
import dev.rollcall.dataset.NightId;
import dev.rollcall.dataset.Output;
import dev.rollcall.dataset.Sha256;
import dev.rollcall.publication.CommittedRun;
import dev.rollcall.publication.CommittedRuns;
import dev.rollcall.workbook.WorkbookDesign;
import org.jspecify.annotations.Nullable;

/**
 * What a night is asked to be.
 *
 * @param connection how AWS, or what stands in for it, is reached
 * @param configuration what it is run with
 * @param onlyAccounts the accounts that flags narrow it to; empty where they do not
 * @param onlyRegions the Regions that flags name; empty where they do not
 * @param waivers the findings that are accepted, and until when
 * @param design how the workbook looks and what it says, in its language
 * @param committed what the output held when the night began
 * @param mode what it does where its date is not untouched
 * @param lastAttempt the attempt whose gaps alone are read; null where all is read
 * @param startedAt by the clock of evidence
 */
public record NightRequest(Connection connection, Configuration configuration, Optional<Set<AccountId>> onlyAccounts,
		Optional<List<String>> onlyRegions, NightId night, Output output, CommittedRuns committed,
		ControlCatalog controls, List<Waiver> waivers, WorkbookDesign design, NightMode mode,
		@Nullable CommittedRun lastAttempt, Clocks clocks, Instant startedAt, String toolVersion) {

	/** Of configuration, flags, projections, controls and waivers. */
	public String configSha256() {
		String controls = this.controls.controls().stream().map(Control::sha256).collect(Collectors.joining(" "));
		String parameters = this.controls.controls()
			.stream()
			.flatMap((control) -> ParameterEntry.of(control).stream())
			.toList() + " " + this.controls.leftOut();
		String flags = this.onlyAccounts.map(TreeSet::new) + " " + this.onlyRegions
				+ this.connection.simulation().map((simulation) -> " " + simulation).orElse("");
		return Sha256.of(String
			.join("\n", this.configuration.canonical(), flags, controls, parameters, this.waivers.toString(),
					this.controls.projections().all().stream().map(Projection::sql).collect(Collectors.joining("\n")))
			.getBytes(StandardCharsets.UTF_8));
	}

	/** What staged files must have been made with to be of use, as a hash. */
	String identity() {
		String topsUp = (this.lastAttempt != null) ? " " + this.lastAttempt.runId() : "";
		return Sha256.of((this.toolVersion + " " + configSha256() + topsUp).getBytes(StandardCharsets.UTF_8));
	}

	/** The same wish for an attempt of its date. */
	NightRequest as(NightId id, CommittedRuns found, @Nullable CommittedRun toppedUp) {
		return new NightRequest(this.connection, this.configuration, this.onlyAccounts, this.onlyRegions, id,
				this.output, found, this.controls, this.waivers, this.design, this.mode, toppedUp, this.clocks,
				this.startedAt, this.toolVersion);
	}

	/**
	 * The configured Regions that flags leave out. Where the configuration names none,
	 * flags name the night's Regions and leave out nothing.
	 */
	Set<String> excludedRegions() {
		Set<String> excluded = new TreeSet<>(this.configuration.regions());
		this.onlyRegions.ifPresentOrElse(excluded::removeAll, excluded::clear);
		return excluded;
	}

	/** The day on which the night began, in the configuration's time zone. */
	public LocalDate today() {
		return this.configuration.dayOf(this.startedAt);
	}

	/** Whether no real organization is read. */
	public boolean isSimulated() {
		return this.connection.simulation().isPresent();
	}

	/** Whether flags narrow the night, so that it stands for nothing but itself. */
	public boolean isPartial() {
		return this.onlyAccounts.isPresent() || !excludedRegions().isEmpty();
	}

}
