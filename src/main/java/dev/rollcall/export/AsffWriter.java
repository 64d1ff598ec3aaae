package dev.rollcall.export;

import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import dev.rollcall.control.Finding;
import dev.rollcall.control.Verdict;
import dev.rollcall.export.SecurityFinding.Compliance;
import dev.rollcall.export.SecurityFinding.ProviderFields;
import dev.rollcall.export.SecurityFinding.Recommendation;
import dev.rollcall.export.SecurityFinding.Remediation;
import dev.rollcall.export.SecurityFinding.Resource;
import dev.rollcall.export.SecurityFinding.Severity;
import dev.rollcall.export.SecurityFinding.StatusReason;
import dev.rollcall.export.SecurityFinding.Workflow;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Findings as Security Hub imports them. What is not applicable is left out: there,
 * {@code NOT_AVAILABLE} is also what a failed look is called.
 */
final class AsffWriter implements ExportWriter {

	private static final int TITLE = 256;

	private static final int DESCRIPTION = 1024;

	private static final int RECOMMENDATION = 512;

	private static final int RESOURCE = 2048;

	private static final int NAME = 50;

	private static final String TYPE = "Software and Configuration Checks/Industry and Regulatory Standards"
			+ "/NIST CSF Controls (USA)";

	private static final JsonMapper JSON = Json.named(PropertyNamingStrategies.UPPER_CAMEL_CASE);

	@Override
	public long write(ExportedNight night, OutputStream out) {
		AtomicLong written = new AtomicLong();
		AsffBatches batches = new AsffBatches(new Lines(out));
		night.findings((judgement) -> {
			if (judgement.finding().verdict() != Verdict.NOT_APPLICABLE) {
				SecurityFinding finding = finding(night, judgement);
				batches.add(finding.productArn(), JSON.writeValueAsString(finding));
				written.incrementAndGet();
			}
		});
		batches.end();
		return written.get();
	}

	private static SecurityFinding finding(ExportedNight night, Judgement judgement) {
		Finding finding = judgement.finding();
		Instant since = finding.firstSeenOn().atStartOfDay().toInstant(ZoneOffset.UTC);
		return new SecurityFinding("2018-10-08", finding.findingId(), product(night, judgement), finding.controlId(),
				judgement.accountId(), AsffText.optional(judgement.account().name(), NAME), since, night.judgedAt(),
				since, night.judgedAt(), AsffText.required(night.title(judgement), TITLE),
				AsffText.required(finding.reason(), DESCRIPTION), remediation(judgement),
				AsffFields.of(night, judgement), List.of(resource(night, judgement)), compliance(judgement),
				(judgement.waiver() != null) ? new Workflow("SUPPRESSED") : null, "ACTIVE", provided(judgement),
				night.run().simulated() ? true : null);
	}

	/**
	 * The product of whatever an account finds itself, in the Region where it is called.
	 */
	private static String product(ExportedNight night, Judgement judgement) {
		String region = judgement.isRegional() ? judgement.finding().region() : night.home();
		String account = judgement.accountId();
		return "arn:" + night.partition() + ":securityhub:" + region + ":" + account + ":product/" + account
				+ "/default";
	}

	private static @Nullable Remediation remediation(Judgement judgement) {
		String text = AsffText.optional(judgement.remediation(), RECOMMENDATION);
		return (text != null) ? new Remediation(new Recommendation(text)) : null;
	}

	private static Resource resource(ExportedNight night, Judgement judgement) {
		AffectedResource affected = AffectedResource.of(judgement);
		String id = judgement.isOfAccount() ? "AWS::::Account:" + affected.id() : affected.id();
		return new Resource(affected.type(), AsffText.required(id, RESOURCE), night.partition(),
				judgement.isRegional() ? judgement.finding().region() : null);
	}

	private static Compliance compliance(Judgement judgement) {
		Finding finding = judgement.finding();
		List<String> requirements = List.of("NIST CSF 2.0 " + finding.csf20Primary(),
				"NIST CSF 1.1 " + finding.csf11Primary());
		StatusReason reason = new StatusReason(finding.verdict().name(),
				AsffText.required(finding.reason(), DESCRIPTION));
		return new Compliance(status(finding.verdict()), requirements, List.of(reason), finding.controlId());
	}

	private static String status(Verdict verdict) {
		return switch (verdict) {
			case COMPLIANT -> "PASSED";
			case NON_COMPLIANT -> "FAILED";
			case INSUFFICIENT_DATA -> "NOT_AVAILABLE";
			case NOT_APPLICABLE -> throw new IllegalArgumentException("Security Hub has no status for " + verdict);
		};
	}

	/** Informational is where no issue was found. */
	private static ProviderFields provided(Judgement judgement) {
		String original = judgement.finding().severity().name();
		return new ProviderFields(new Severity(judgement.isOpen() ? original : "INFORMATIONAL", original),
				List.of(TYPE));
	}

}
