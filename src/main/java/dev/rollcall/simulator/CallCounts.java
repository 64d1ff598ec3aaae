package dev.rollcall.simulator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * How often each operation was called by each account in each Region: four bytes for each
 * of them, for the accounts that called at all.
 */
final class CallCounts {

	private final List<String> operations;

	private final List<String> regions;

	private final Map<String, Integer> operationIndex;

	private final Map<String, Integer> regionIndex;

	private final AtomicReferenceArray<AtomicIntegerArray> accounts;

	/**
	 * Counters at zero.
	 * @param operations as {@code service:Operation}
	 * @param regions {@code global} among them
	 */
	CallCounts(int accounts, List<String> operations, List<String> regions) {
		this.operations = operations;
		this.regions = regions;
		this.operationIndex = indexes(operations);
		this.regionIndex = indexes(regions);
		this.accounts = new AtomicReferenceArray<>(accounts);
	}

	private static Map<String, Integer> indexes(List<String> names) {
		Map<String, Integer> indexes = new HashMap<>();
		names.forEach((name) -> indexes.put(name, indexes.size()));
		return indexes;
	}

	/** All that are counted, called or not. */
	List<String> operations() {
		return this.operations;
	}

	/** Counts a call, and says how many of its kind there were before. */
	int count(int account, String region, String operation) {
		return counters(account).getAndIncrement(index(region, operation));
	}

	int of(int account, String region, String operation) {
		AtomicIntegerArray counters = this.accounts.get(account);
		return (counters != null) ? counters.get(index(region, operation)) : 0;
	}

	private AtomicIntegerArray counters(int account) {
		AtomicIntegerArray present = this.accounts.get(account);
		return (present != null) ? present : this.accounts.updateAndGet(account, (other) -> (other != null) ? other
				: new AtomicIntegerArray(this.operations.size() * this.regions.size()));
	}

	private int index(String region, String operation) {
		return index(this.operationIndex, operation) * this.regions.size() + index(this.regionIndex, region);
	}

	private static int index(Map<String, Integer> indexes, String name) {
		Integer index = indexes.get(name);
		if (index == null) {
			throw new IllegalArgumentException("'" + name + "' is not counted; known are " + indexes.keySet());
		}
		return index;
	}

	/** Starts counting anew. */
	void reset() {
		for (int account = 0; account < this.accounts.length(); account++) {
			this.accounts.set(account, null);
		}
	}

	/** All calls, by {@code service:Operation}. */
	Map<String, Long> byOperation() {
		Map<String, Long> sums = new TreeMap<>();
		forEach((account, region, operation, calls) -> sums.merge(operation, (long) calls, Long::sum));
		return sums;
	}

	void forEach(Visitor visitor) {
		for (int account = 0; account < this.accounts.length(); account++) {
			AtomicIntegerArray counters = this.accounts.get(account);
			for (int i = 0; counters != null && i < counters.length(); i++) {
				if (counters.get(i) > 0) {
					visitor.visit(account, this.regions.get(i % this.regions.size()),
							this.operations.get(i / this.regions.size()), counters.get(i));
				}
			}
		}
	}

	/** Is told every counter that is not zero. */
	@FunctionalInterface
	interface Visitor {

		void visit(int account, String region, String operation, int calls);

	}

}
