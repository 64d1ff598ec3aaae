package dev.rollcall.export;

import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import dev.rollcall.control.Finding;
import dev.rollcall.control.Verdict;
import dev.rollcall.export.ComplianceFinding.Check;
import dev.rollcall.export.ComplianceFinding.Cloud;
import dev.rollcall.export.ComplianceFinding.Compliance;
import dev.rollcall.export.ComplianceFinding.FindingInfo;
import dev.rollcall.export.ComplianceFinding.Metadata;
import dev.rollcall.export.ComplianceFinding.Organization;
import dev.rollcall.export.ComplianceFinding.Product;
import dev.rollcall.export.ComplianceFinding.Remediation;
import dev.rollcall.export.ComplianceFinding.Resource;
import dev.rollcall.export.ComplianceFinding.Unmapped;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Compliance findings of OCSF, one JSON object a line. */
final class OcsfWriter implements ExportWriter {

	private static final int CLASS = 2003;

	private static final JsonMapper JSON = Json.named(PropertyNamingStrategies.SNAKE_CASE);

	@Override
	public long write(ExportedNight night, OutputStream out) {
		Lines lines = new Lines(out);
		night.findings((judgement) -> lines.add(JSON.writeValueAsString(finding(night, judgement)) + "\n"));
		return lines.written();
	}

	private static ComplianceFinding finding(ExportedNight night, Judgement judgement) {
		OcsfActivity activity = OcsfActivity.of(night, judgement);
		OcsfSeverity severity = judgement.isOpen() ? OcsfSeverity.of(judgement.finding().severity())
				: OcsfSeverity.INFORMATIONAL;
		OcsfState state = OcsfState.of(judgement);
		return new ComplianceFinding(activity.id(), activity.caption(), 2, "Findings", CLASS, "Compliance Finding",
				CLASS * 100 + activity.id(), "Compliance Finding: " + activity.caption(),
				night.judgedAt().toEpochMilli(), severity.id(), severity.caption(), state.id(), state.caption(),
				judgement.finding().reason(), metadata(night, judgement), info(night, judgement), compliance(judgement),
				remediation(judgement), List.of(resource(night, judgement)), cloud(night, judgement),
				unmapped(night, judgement));
	}

	private static Metadata metadata(ExportedNight night, Judgement judgement) {
		String runId = night.run().runId();
		return new Metadata("1.8.0", new Product("rollcall", "Rollcall", "Rollcall", night.run().toolVersion()),
				List.of("cloud"), night.labels(), runId + "/" + judgement.finding().findingId(), runId,
				judgement.finding().controlId(), night.run().organizationId());
	}

	private static FindingInfo info(ExportedNight night, Judgement judgement) {
		long since = millis(judgement.finding().firstSeenOn());
		return new FindingInfo(judgement.finding().findingId(), night.title(judgement), judgement.finding().reason(),
				since, since, night.judgedAt().toEpochMilli());
	}

	private static long millis(LocalDate date) {
		return date.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
	}

	private static Compliance compliance(Judgement judgement) {
		Finding finding = judgement.finding();
		OcsfSeverity severity = OcsfSeverity.of(finding.severity());
		int status = status(finding.verdict());
		String caption = caption(finding.verdict());
		Check check = new Check(finding.controlId(), judgement.control().titleEn(),
				String.valueOf(judgement.control().version()), severity.id(), severity.caption(), status, caption);
		return new Compliance(finding.controlId(), List.of("NIST CSF 2.0"), List.of(finding.csf20Primary()), status,
				caption, finding.verdict().name(), List.of(finding.reason()), List.of(check));
	}

	/** A warning is what gave no result because something is missing. */
	private static int status(Verdict verdict) {
		return switch (verdict) {
			case COMPLIANT -> 1;
			case INSUFFICIENT_DATA -> 2;
			case NON_COMPLIANT -> 3;
			case NOT_APPLICABLE -> 99;
		};
	}

	/** Of what OCSF does not have, our own word. */
	private static String caption(Verdict verdict) {
		return switch (verdict) {
			case COMPLIANT -> "Pass";
			case INSUFFICIENT_DATA -> "Warning";
			case NON_COMPLIANT -> "Fail";
			case NOT_APPLICABLE -> verdict.name();
		};
	}

	private static @Nullable Remediation remediation(Judgement judgement) {
		String text = judgement.remediation();
		return (text != null) ? new Remediation(text) : null;
	}

	private static Resource resource(ExportedNight night, Judgement judgement) {
		AffectedResource affected = AffectedResource.of(judgement);
		return new Resource(affected.id(), affected.type(), region(judgement), night.partition());
	}

	private static @Nullable String region(Judgement judgement) {
		return judgement.isRegional() ? judgement.finding().region() : null;
	}

	private static Cloud cloud(ExportedNight night, Judgement judgement) {
		AccountFacts account = judgement.account();
		String organization = night.run().organizationId();
		return new Cloud("AWS", region(judgement), night.partition(),
				new ComplianceFinding.Account(account.accountId(), account.name(), "AWS Account", 10),
				(organization != null) ? new Organization(organization, account.ouId(), account.ouPath()) : null);
	}

	private static Unmapped unmapped(ExportedNight night, Judgement judgement) {
		Finding finding = judgement.finding();
		AccountFacts account = judgement.account();
		return new Unmapped(night.snapshotDate(), night.run().attempt(), night.run().runId(), night.run().simulated(),
				night.run().partial(), finding.verdict(), finding.severity(), finding.resourceId(),
				finding.lastKnownVerdict(), finding.expectedGap(), finding.csf11Primary(),
				judgement.control().csf20Secondary(), judgement.control().csf11Secondary(), account.environment(),
				account.workload(), account.businessUnit(), account.billing(), judgement.waiver());
	}

}
