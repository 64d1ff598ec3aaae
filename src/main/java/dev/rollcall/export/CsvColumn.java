package dev.rollcall.export;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

import dev.rollcall.control.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A column of the CSV, named as in the Parquet.
 *
 * @param value of a finding of a night; null where there is none
 */
record CsvColumn(String name, BiFunction<ExportedNight, Judgement, @Nullable Object> value) {

	/** All of them. More may come at the end; none goes. */
	static final List<CsvColumn> ALL = List.of(ofNight("snapshot_date", ExportedNight::snapshotDate),
			ofNight("attempt", (night) -> night.run().attempt()), ofNight("run_id", (night) -> night.run().runId()),
			ofNight("simulated", (night) -> night.run().simulated()),
			ofNight("partial", (night) -> night.run().partial()), ofFinding("finding_id", Finding::findingId),
			ofFinding("control_id", Finding::controlId), ofControl("version", ControlFacts::version),
			ofControl("title_en", ControlFacts::titleEn), ofControl("title_ja", ControlFacts::titleJa),
			ofFinding("severity", Finding::severity), ofFinding("verdict", Finding::verdict),
			ofFinding("reason", Finding::reason), of("account_id", Judgement::accountId),
			ofAccount("account_name", AccountFacts::name), ofAccount("ou_path", AccountFacts::ouPath),
			ofAccount("environment", AccountFacts::environment), ofAccount("workload", AccountFacts::workload),
			ofAccount("business_unit", AccountFacts::businessUnit), ofAccount("billing", AccountFacts::billing),
			ofFinding("region", Finding::region), ofFinding("resource_id", Finding::resourceId),
			ofFinding("csf20_primary", Finding::csf20Primary),
			ofControl("csf20_secondary", ControlFacts::csf20Secondary),
			ofFinding("csf11_primary", Finding::csf11Primary),
			ofControl("csf11_secondary", ControlFacts::csf11Secondary),
			ofFinding("first_seen_on", Finding::firstSeenOn),
			ofFinding("last_known_verdict", Finding::lastKnownVerdict), ofFinding("expected_gap", Finding::expectedGap),
			ofFinding("waiver_id", Finding::waiverId), ofWaiver("waiver_owner", WaiverFacts::owner),
			ofWaiver("waiver_reason", WaiverFacts::reason), ofWaiver("waiver_ticket", WaiverFacts::ticket),
			ofWaiver("waiver_granted_on", WaiverFacts::grantedOn),
			ofWaiver("waiver_expires_on", WaiverFacts::expiresOn), ofWaiver("waiver_state", WaiverFacts::state),
			ofControl("remediation_en", ControlFacts::remediationEn),
			ofControl("remediation_ja", ControlFacts::remediationJa));

	private static CsvColumn ofNight(String name, Function<ExportedNight, @Nullable Object> value) {
		return new CsvColumn(name, (night, judgement) -> value.apply(night));
	}

	private static CsvColumn of(String name, Function<Judgement, @Nullable Object> value) {
		return new CsvColumn(name, (night, judgement) -> value.apply(judgement));
	}

	private static CsvColumn ofFinding(String name, Function<Finding, @Nullable Object> value) {
		return of(name, (judgement) -> value.apply(judgement.finding()));
	}

	private static CsvColumn ofAccount(String name, Function<AccountFacts, @Nullable Object> value) {
		return of(name, (judgement) -> value.apply(judgement.account()));
	}

	private static CsvColumn ofControl(String name, Function<ControlFacts, @Nullable Object> value) {
		return of(name, (judgement) -> value.apply(judgement.control()));
	}

	private static CsvColumn ofWaiver(String name, Function<WaiverFacts, @Nullable Object> value) {
		return of(name, (judgement) -> {
			WaiverFacts waiver = judgement.waiver();
			return (waiver != null) ? value.apply(waiver) : null;
		});
	}

}
