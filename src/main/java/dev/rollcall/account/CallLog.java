package dev.rollcall.account;

import java.util.LinkedHashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What one cell's calls came to: how many were made, which was the last, and the request
 * id by which AWS knows it. Used by one thread at a time.
 */
public final class CallLog {

	private int calls;

	private int retries;

	private long waitedNanos;

	private @Nullable String lastOperation;

	private @Nullable String lastRequestId;

	private final Set<String> operations = new LinkedHashSet<>();

	void begins(String operation) {
		this.lastOperation = operation;
		this.operations.add(operation);
	}

	void sends() {
		this.calls++;
	}

	void retries() {
		this.retries++;
	}

	void waits(long nanos) {
		this.waitedNanos += nanos;
	}

	void answered(@Nullable String requestId) {
		if (requestId != null) {
			this.lastRequestId = requestId;
		}
	}

	/** A failed call that has no request id has none: not that of a call before it. */
	void failed(@Nullable String requestId) {
		this.lastRequestId = requestId;
	}

	/** Counts what others called in its place. */
	public void include(CallLog others) {
		this.calls += others.calls;
		this.retries += others.retries;
		this.waitedNanos += others.waitedNanos;
		this.operations.addAll(others.operations);
		if (others.lastRequestId != null) {
			this.lastRequestId = others.lastRequestId;
		}
	}

	/** HTTP exchanges begun, retries included. */
	public int calls() {
		return this.calls;
	}

	/** How many of the exchanges repeated a refused or failed one. */
	public int repeated() {
		return this.retries;
	}

	/**
	 * How long its calls stood in line, in milliseconds: for a slot, for a turn, for the
	 * account's door.
	 */
	public long waitedMillis() {
		return this.waitedNanos / 1_000_000;
	}

	/** The operation called last, as {@code service:Operation}. */
	public @Nullable String lastOperation() {
		return this.lastOperation;
	}

	/** The request id of the failed call, else of the last answer that carried one. */
	public @Nullable String lastRequestId() {
		return this.lastRequestId;
	}

	/** Every operation called, as {@code service:Operation}, in order of first use. */
	public Set<String> operations() {
		return Set.copyOf(this.operations);
	}

}
