package dev.rollcall.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

	private final Map<String, Integer> operationIndex = new LinkedHashMap<>();

	private final AtomicReferenceArray<AtomicIntegerArray> accounts;

	/**
	 * Counters at zero.
	 * @param operations as {@code service:Operation}
	 * @param regions {@code global} among them
	 */
	CallCounts(int accounts, List<String> operations, List<String> regions) {
		this.operations = operations;
		this.regions = regions;
		operations.forEach((operation) -> this.operationIndex.put(operation, this.operationIndex.size()));
		this.accounts = new AtomicReferenceArray<>(accounts);
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
		if (present != null) {
			return present;
		}
		this.accounts.compareAndSet(account, null,
				new AtomicIntegerArray(this.operations.size() * this.regions.size()));
		return Objects.requireNonNull(this.accounts.get(account));
	}

	private int index(String region, String operation) {
		return this.operationIndex.getOrDefault(operation, 0) * this.regions.size()
				+ Math.max(0, this.regions.indexOf(region));
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
