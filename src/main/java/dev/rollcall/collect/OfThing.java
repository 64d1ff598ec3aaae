package dev.rollcall.collect;

/**
 * Evidence about a thing that is asked about once. An account may own several in one
 * Region: its rows are told apart by the thing's ARN.
 */
public interface OfThing {

	/** The ARN of the thing, as the cell's {@code resource_id} has it. */
	String arn();

}
