package dev.rollcall.collect;

import java.util.List;

/** Evidence about a thing that a cell reports once, however often its list shows it. */
public interface Keyed {

	/**
	 * What tells the thing from the others of its kind in the same cell; empty where the
	 * answer does not say.
	 */
	List<?> naturalKey();

}
