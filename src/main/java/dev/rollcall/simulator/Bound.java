package dev.rollcall.simulator;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.rollcall.simulator.service.Rate;
import dev.rollcall.simulator.service.Service;
import dev.rollcall.simulator.world.World;

/**
 * What no client can beat: the seconds that quotas and latency alone take for the fewest
 * calls, each as if it were the only limit. What the machines' processors and disks add
 * is for whoever measures them.
 */
final class Bound {

	/** The chain that fixes an account's Regions, which the others wait for. */
	private static final String REGIONS = World.GLOBAL + " account account";

	private final Frontend frontend;

	private final Optional<Quotas> quotas;

	private final Duration attempt;

	private final Map<String, Long> byOperation = new TreeMap<>();

	/** Seconds of the chains of the account at hand, each call after the other. */
	private final Map<String, Double> chains = new HashMap<>();

	private int account = -1;

	private double accountLongest;

	private double bucketLongest;

	private String bucketName = "";

	private double latencySum;

	private double rosterChain;

	private long calls;

	/**
	 * Computes a bound.
	 * @param attempt how long a client waits for a call that is never answered
	 */
	Bound(Frontend frontend, Scenario scenario, Duration attempt) {
		this.frontend = frontend;
		this.quotas = scenario.quotas();
		this.attempt = attempt;
		frontend.leastCalls(this::add).compute();
		endAccount();
		bucketsOfTheReader();
	}

	private void add(int position, String region, String operation, int count) {
		this.calls += count;
		this.byOperation.merge(operation, (long) count, Long::sum);
		Service service = service(operation);
		boolean reader = position == World.AUDIT && service.isAskedByReader();
		double seconds = latency(position, region, operation, count, reader);
		this.latencySum += seconds;
		if (operation.equals("organizations:ListAccounts")) {
			this.rosterChain = seconds;
		}
		if (reader) {
			return;
		}
		bucket(position, region, operation, count);
		if (service.isAskedAboutEverybody(name(operation))) {
			return;
		}
		if (position != this.account) {
			endAccount();
			this.account = position;
		}
		this.chains.merge(region + " " + service.name() + " " + service.chain(name(operation)), seconds, Double::sum);
	}

	private Service service(String operation) {
		return this.frontend.service(operation.substring(0, operation.indexOf(':')));
	}

	private static String name(String operation) {
		return operation.substring(operation.indexOf(':') + 1);
	}

	private double latency(int position, String region, String operation, int count, boolean reader) {
		double seconds = 0;
		int before = reader ? this.byOperation.getOrDefault(operation, 0L).intValue() - count : 0;
		for (int ordinal = before; ordinal < before + count; ordinal++) {
			seconds += this.frontend.latency(service(operation).name(), name(operation), region, position, ordinal)
				.orElse(this.attempt)
				.toNanos() / 1e9;
		}
		return seconds;
	}

	/** What the reader asks for all accounts fills buckets of its one account. */
	private void bucketsOfTheReader() {
		this.byOperation.forEach((operation, count) -> {
			if (service(operation).isAskedByReader()) {
				bucket(World.AUDIT, World.GLOBAL, operation, count);
			}
		});
	}

	private void bucket(int position, String region, String operation, long count) {
		if (this.quotas.isEmpty()) {
			return;
		}
		Rate rate = this.quotas.get().of(operation, service(operation).quota(name(operation)));
		double seconds = Math.max(0, count - rate.burst()) / rate.perSecond();
		if (seconds > this.bucketLongest) {
			this.bucketLongest = seconds;
			this.bucketName = operation + " of account " + World.id(position) + " in " + region;
		}
	}

	private void endAccount() {
		double regions = this.chains.getOrDefault(REGIONS, 0.0);
		double longest = this.chains.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
		this.accountLongest = Math.max(this.accountLongest, regions + longest);
		this.chains.clear();
	}

	/** The numbers, in seconds where they are times. */
	Map<String, Object> report() {
		Map<String, Object> report = new LinkedHashMap<>();
		report.put("calls", this.calls);
		report.put("by_operation", this.byOperation);
		report.put("latency_sum_seconds", this.latencySum);
		report.put("longest_account_seconds", this.accountLongest);
		report.put("roster_chain_seconds", this.rosterChain);
		report.put("longest_bucket_seconds", this.bucketLongest);
		report.put("longest_bucket", this.bucketName);
		return report;
	}

}
