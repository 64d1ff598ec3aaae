package dev.rollcall.simulator.world;

/**
 * What one service has to say of the accounts of an organization that is written by hand.
 * Scripts are found by their type, wherever below the simulator's package they lie, and
 * each says only what its own service keeps: their order does not matter.
 */
public interface Script {

	/** The organization that it is about, such as {@code example}. */
	String organization();

	/** Says what is not in good order. */
	void write(Cast cast);

}
