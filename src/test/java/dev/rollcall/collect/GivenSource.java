package dev.rollcall.collect;

import java.util.function.Function;

/** A source as a test wants it. */
record GivenSource(SourceDefinition definition, Function<CellScope, Answer> asking) implements Source {

	@Override
	public Answer collect(CellScope cell) {
		return this.asking.apply(cell);
	}

}
