package dev.rollcall.export;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import tools.jackson.core.JsonGenerator;

import dev.rollcall.control.Finding;
import dev.rollcall.export.AssessmentResults.InventoryItem;
import dev.rollcall.export.AssessmentResults.Observation;
import dev.rollcall.export.AssessmentResults.Property;
import dev.rollcall.export.AssessmentResults.RelatedObservation;
import dev.rollcall.export.AssessmentResults.ReviewedControls;
import dev.rollcall.export.AssessmentResults.SelectedControl;
import dev.rollcall.export.AssessmentResults.Selection;
import dev.rollcall.export.AssessmentResults.Status;
import dev.rollcall.export.AssessmentResults.Subject;
import dev.rollcall.export.AssessmentResults.Target;
import org.jspecify.annotations.Nullable;

/**
 * The result of a night in OSCAL: accounts are inventory items, findings of ours are
 * observations, and a Subcategory is a finding.
 */
final class OscalResult {

	private static final String OBSERVATION = "observation";

	private static final String ACCOUNT = "account";

	private final ExportedNight night;

	private final JsonGenerator json;

	private final List<SubcategoryResult> subcategories;

	OscalResult(ExportedNight night, JsonGenerator json) {
		this.night = night;
		this.json = json;
		this.subcategories = night.subcategories();
	}

	/** Writes its members; gives how many findings of ours they tell of. */
	long write() {
		this.json.writePOJOProperty("uuid", OscalId.of("result", this.night.run().runId()));
		this.json.writeStringProperty("title", this.night.marked("Night of " + this.night.snapshotDate()));
		this.json.writeStringProperty("description",
				"What the controls of Rollcall say of each account, by the Subcategories of NIST CSF 2.0 that they"
						+ " count for.");
		this.json.writePOJOProperty("start", this.night.run().startedAt());
		this.json.writePOJOProperty("end", this.night.judgedAt());
		accounts();
		this.json.writePOJOProperty("reviewed-controls", reviewed());
		long observations = observations();
		findings();
		this.json.writeStringProperty("remarks", remarks());
		return observations;
	}

	private void accounts() {
		this.json.writeObjectPropertyStart("local-definitions");
		try (OscalArray items = new OscalArray(this.json, "inventory-items")) {
			this.night.accounts((account) -> items.add(item(account)));
		}
		this.json.writeEndObject();
	}

	private static InventoryItem item(AccountFacts account) {
		String id = account.accountId();
		List<Property> properties = new ArrayList<>(List.of(Property.known("asset-id", id)));
		add(properties, "account-name", account.name());
		add(properties, "ou-path", account.ouPath());
		return new InventoryItem(OscalId.of(ACCOUNT, id), "The AWS account " + id, properties);
	}

	private static void add(List<Property> properties, String name, @Nullable Object value) {
		if (value != null) {
			properties.add(Property.of(name, value));
		}
	}

	private ReviewedControls reviewed() {
		if (this.subcategories.isEmpty()) {
			throw new IllegalStateException("No control judged anything, which OSCAL cannot say");
		}
		return new ReviewedControls(List.of(new Selection(
				this.subcategories.stream().map((result) -> new SelectedControl(result.subcategory())).toList())));
	}

	private long observations() {
		AtomicLong written = new AtomicLong();
		try (OscalArray observations = new OscalArray(this.json, "observations")) {
			this.night.findings((judgement) -> {
				observations.add(observation(judgement));
				written.incrementAndGet();
			});
		}
		return written.get();
	}

	private Observation observation(Judgement judgement) {
		return new Observation(observation(judgement.finding().findingId()),
				OscalText.markup(judgement.control().titleEn()), OscalText.markup(judgement.finding().reason()),
				properties(judgement), List.of("TEST"),
				List.of(new Subject(OscalId.of(ACCOUNT, judgement.accountId()), "inventory-item")),
				this.night.judgedAt());
	}

	private static UUID observation(String findingId) {
		return OscalId.of(OBSERVATION, findingId);
	}

	private static List<Property> properties(Judgement judgement) {
		Finding finding = judgement.finding();
		List<Property> properties = new ArrayList<>();
		add(properties, "finding-id", finding.findingId());
		add(properties, "control-id", finding.controlId());
		add(properties, "verdict", finding.verdict());
		add(properties, "severity", finding.severity());
		add(properties, "region", finding.region());
		add(properties, "resource-id", finding.resourceId());
		add(properties, "first-seen-on", finding.firstSeenOn());
		add(properties, "last-known-verdict", finding.lastKnownVerdict());
		add(properties, "expected-gap", finding.expectedGap() ? true : null);
		WaiverFacts waiver = judgement.waiver();
		if (waiver != null) {
			add(properties, "waiver-id", waiver.waiverId());
			add(properties, "waiver-owner", waiver.owner());
			add(properties, "waiver-expires-on", waiver.expiresOn());
		}
		return properties;
	}

	private void findings() {
		try (OscalFindings findings = new OscalFindings(this.json)) {
			for (SubcategoryResult result : this.subcategories) {
				result.status(!this.night.run().partial()).ifPresent((status) -> finding(findings, result, status));
			}
		}
	}

	private void finding(OscalFindings findings, SubcategoryResult result, Status status) {
		String id = result.subcategory();
		String organization = this.night.run().organizationId();
		findings.begin(OscalId.of("finding", organization + "|" + id), id, result.basis(),
				new Target("statement-id", id + "_statement", status));
		try (OscalArray related = new OscalArray(this.json, "related-observations")) {
			this.night.findingIds(id, (finding) -> related.add(new RelatedObservation(observation(finding))));
		}
		findings.end();
	}

	private String remarks() {
		String nothing = this.subcategories.stream()
			.filter((result) -> result.status(true).isEmpty())
			.map(SubcategoryResult::subcategory)
			.collect(Collectors.joining(", "));
		String leftOut = this.night.leftOut().stream().map(OscalText::markup).collect(Collectors.joining(", "));
		return "A Subcategory is satisfied only where all that was applicable is COMPLIANT and the night asked"
				+ " everybody. Nothing was applicable, and so nothing is found, in: " + orNone(nothing)
				+ ". Controls that the configuration leaves out: " + orNone(leftOut) + ".";
	}

	private static String orNone(String list) {
		return list.isEmpty() ? "none" : list;
	}

}
