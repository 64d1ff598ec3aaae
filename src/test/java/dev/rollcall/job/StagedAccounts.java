package dev.rollcall.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipInputStream;

import dev.rollcall.dataset.NightId;
import dev.rollcall.dataset.SimulatedBucket;
import dev.rollcall.dataset.SimulatedOutput;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the closed staging files of a simulation hold, as a restarted night reads them.
 */
final class StagedAccounts {

	private StagedAccounts() {
	}

	/**
	 * The accounts of all files, where these were made under one discovery; else none:
	 * then a restarted night goes on with the files of one and leaves those of others
	 * out.
	 */
	static Set<String> of(SimulatedBucket bucket) {
		Set<String> bases = new HashSet<>();
		Set<String> accounts = new HashSet<>();
		SimulatedOutput output = new SimulatedOutput(bucket, SimulatedOutput.Fate.NONE, () -> {
		});
		for (String key : bucket.list(NightId.STAGING)) {
			JsonNode index = index(output, key);
			bases.add(index.path("basis").asString());
			index.path("accounts").forEach((account) -> accounts.add(account.asString()));
		}
		return (bases.size() == 1) ? accounts : Set.of();
	}

	private static JsonNode index(SimulatedOutput output, String key) {
		try (InputStream content = output.open(key).orElseThrow(); ZipInputStream zip = new ZipInputStream(content)) {
			zip.getNextEntry();
			return JsonMapper.shared().readTree(zip.readAllBytes());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
