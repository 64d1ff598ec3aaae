package dev.rollcall.simulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The faults of a running server, with how often each has struck. */
final class Faults {

	private final List<Fault> faults;

	private final Map<String, AtomicInteger> struck = new ConcurrentHashMap<>();

	Faults(List<Fault> faults) {
		this.faults = faults;
	}

	/** What goes wrong with a call; empty where nothing does. */
	Optional<Fault.Effect> of(String account, String region, String service, String operation) {
		for (int i = 0; i < this.faults.size(); i++) {
			Fault fault = this.faults.get(i);
			if (fault.matches(account, region, service, operation)
					&& isLeft(fault, i + " " + account + " " + region + " " + service + ":" + operation)) {
				return Optional.of(fault.effect());
			}
		}
		return Optional.empty();
	}

	private boolean isLeft(Fault fault, String cell) {
		Integer times = fault.times();
		return times == null
				|| this.struck.computeIfAbsent(cell, (key) -> new AtomicInteger()).getAndIncrement() < times;
	}

}
