package dev.rollcall.export;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.rollcall.control.Finding;
import org.jspecify.annotations.Nullable;

/** What Security Hub has no name for, under the names of the Parquet. */
final class AsffFields {

	private static final int MOST = 2048;

	private final Map<String, String> fields = new LinkedHashMap<>();

	private AsffFields() {
	}

	static Map<String, String> of(ExportedNight night, Judgement judgement) {
		AsffFields fields = new AsffFields();
		fields.addNight(night);
		fields.addFinding(judgement.finding());
		fields.addAccount(judgement.account());
		fields.add("version", judgement.control().version());
		WaiverFacts waiver = judgement.waiver();
		if (waiver != null) {
			fields.addWaiver(waiver);
		}
		return fields.fields;
	}

	private void addNight(ExportedNight night) {
		add("snapshot_date", night.snapshotDate());
		add("attempt", night.run().attempt());
		add("run_id", night.run().runId());
		add("simulated", night.run().simulated());
		add("partial", night.run().partial());
	}

	private void addFinding(Finding finding) {
		add("verdict", finding.verdict());
		add("reason", finding.reason());
		add("resource_id", finding.resourceId());
		add("region", finding.region());
		add("last_known_verdict", finding.lastKnownVerdict());
		add("expected_gap", finding.expectedGap());
	}

	private void addAccount(AccountFacts account) {
		add("ou_path", account.ouPath());
		add("environment", account.environment());
		add("workload", account.workload());
		add("business_unit", account.businessUnit());
		add("billing", account.billing());
	}

	private void addWaiver(WaiverFacts waiver) {
		add("waiver_id", waiver.waiverId());
		add("waiver_owner", waiver.owner());
		add("waiver_reason", waiver.reason());
		add("waiver_expires_on", waiver.expiresOn());
	}

	private void add(String name, @Nullable Object value) {
		String text = AsffText.optional((value != null) ? value.toString() : null, MOST);
		if (text != null) {
			this.fields.put("rollcall/" + name, text);
		}
	}

}
