package dev.rollcall.simulator.world;

import java.util.function.Function;

/**
 * Something that a service keeps of every account, or of each of its Regions: who asks
 * {@link World} for it by this key gets a value of its type. A value is never null.
 */
public final class Facet<T> {

	private final T ordinary;

	private final Function<Draw, T> drawn;

	private Facet(T ordinary, Function<Draw, T> drawn) {
		this.ordinary = ordinary;
		this.drawn = drawn;
	}

	/**
	 * A facet.
	 * @param ordinary what accounts that are written by hand have where nothing else is
	 * written
	 * @param drawn what all other accounts have
	 */
	public static <T> Facet<T> of(T ordinary, Function<Draw, T> drawn) {
		return new Facet<>(ordinary, drawn);
	}

	T ordinary() {
		return this.ordinary;
	}

	T draw(Draw draw) {
		return this.drawn.apply(draw);
	}

}
