package dev.rollcall.simulator.service;

/** Says whether an account's credential report was asked for. */
@FunctionalInterface
public interface Reports {

	/** How often the account had its report generated, the present call included. */
	int generated(int position);

}
