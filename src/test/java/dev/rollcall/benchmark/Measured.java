package dev.rollcall.benchmark;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import tools.jackson.databind.JsonNode;

/**
 * What a run came to.
 *
 * @param wall seconds from the start of the process to its end
 * @param walk seconds of discover, collect and organization: what AWS has a part in
 * @param cpu seconds that the process computed
 * @param peakMegabytes its peak resident memory
 * @param rowsPerSecond rows written over the time of compact and evaluate; 0 where
 * nothing is written
 * @param repeated the share of calls that a killed night made again
 * @param server what the server says
 */
record Measured(double wall, double walk, double cpu, double peakMegabytes, double rowsPerSecond, double repeated,
		JsonNode server) {

	/** Calls that may be in flight at once: what Rollcall allows itself. */
	static final int IN_FLIGHT = 256;

	long calls() {
		return this.server.get("calls").asLong();
	}

	double callsRatio() {
		return (double) calls() / this.server.get("least").get("calls").asLong();
	}

	double throttledShare() {
		return this.server.get("throttled").asDouble() / calls();
	}

	double clientMicros() {
		return this.cpu / calls() * 1e6;
	}

	double serverMicros() {
		return this.server.get("cpu_seconds").asDouble() / calls() * 1e6;
	}

	/** The share of the slots' time in which a call was in flight. */
	double utilisation() {
		return latencySum() / IN_FLIGHT / this.walk;
	}

	/** What no night can beat, and by which term. */
	Map.Entry<String, Double> bound() {
		Map<String, Double> terms = new HashMap<>(awsTerms());
		terms.put("CPU ÷ cores",
				(this.cpu + this.server.get("cpu_seconds").asDouble()) / Runtime.getRuntime().availableProcessors());
		return longest(terms);
	}

	/** What no walk can beat, however fast the machine: AWS's part of it. */
	Map.Entry<String, Double> awsBound() {
		return longest(awsTerms());
	}

	private Map<String, Double> awsTerms() {
		JsonNode least = this.server.get("least");
		return Map.of("latency ÷ calls in flight", latencySum() / IN_FLIGHT, "slowest account",
				least.get("longest_account_seconds").asDouble(), "roster pages",
				least.get("roster_chain_seconds").asDouble(), "bucket", least.get("longest_bucket_seconds").asDouble());
	}

	private static Map.Entry<String, Double> longest(Map<String, Double> terms) {
		return terms.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
	}

	private double latencySum() {
		return this.server.get("least").get("latency_sum_seconds").asDouble();
	}

	/** The run in the middle by wall time. */
	static Measured median(List<Measured> runs) {
		return runs.stream().sorted(Comparator.comparingDouble(Measured::wall)).toList().get(runs.size() / 2);
	}

	static double median(List<Measured> runs, ToDoubleFunction<Measured> metric) {
		double[] sorted = runs.stream().mapToDouble(metric).sorted().toArray();
		return sorted[sorted.length / 2];
	}

	/** The range of a metric over the runs. */
	static String range(List<Measured> runs, ToDoubleFunction<Measured> metric, String format) {
		double[] sorted = runs.stream().mapToDouble(metric).sorted().toArray();
		return Arrays.stream(new double[] { sorted[0], sorted[sorted.length - 1] })
			.mapToObj(format::formatted)
			.distinct()
			.reduce((least, most) -> least + "–" + most)
			.orElse("");
	}

}
