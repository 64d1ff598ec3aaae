package dev.rollcall.simulator.service;

/** Takes down the fewest calls of a night, with the largest pages. */
public final class FewestCalls {

	private final Paging paging;

	private final Sink sink;

	/**
	 * Takes them down.
	 * @param sink is told each kind of call
	 */
	public FewestCalls(Paging paging, Sink sink) {
		this.paging = paging;
		this.sink = sink;
	}

	/**
	 * Calls that are made.
	 * @param position the account that signs
	 * @param region {@code global} for services that have none
	 * @param operation as {@code service:Operation}
	 */
	public void add(int position, String region, String operation, int calls) {
		if (calls > 0) {
			this.sink.add(position, region, operation, calls);
		}
	}

	/**
	 * Calls that read a list to its end.
	 * @param what tells several lists of the operation apart, as its answers do
	 * @param size of the list
	 * @param largest the largest page
	 */
	public void paged(int position, String region, String operation, String what, int size, int largest) {
		String name = operation.substring(operation.indexOf(':') + 1);
		add(position, region, operation, this.paging.pages(position, region, name, what, size, largest));
	}

	/** Is told how many calls of an operation an account makes in a Region. */
	@FunctionalInterface
	public interface Sink {

		void add(int position, String region, String operation, int calls);

	}

}
