package dev.rollcall.collect;

/** Is told how many cells an account has, and when each has ended. */
interface CellMeter {

	/** Says that an account has more cells than every account has. */
	void more(int cells);

	/** Says that a cell has ended. */
	void ended();

}
