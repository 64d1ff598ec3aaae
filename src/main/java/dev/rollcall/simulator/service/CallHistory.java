package dev.rollcall.simulator.service;

/** Says which calls were made before. */
@FunctionalInterface
public interface CallHistory {

	/**
	 * How often an account called an operation, the present call included.
	 * @param position the account's
	 * @param region {@code global} for services that have none
	 * @param operation as {@code service:Operation}
	 */
	int of(int position, String region, String operation);

}
