package dev.rollcall.simulator.world;

import org.jspecify.annotations.Nullable;

/**
 * A root or an organizational unit of an organization's tree.
 *
 * @param id as Organizations writes it
 * @param title its name
 * @param parent the unit above; null for the root
 */
public record Unit(String id, String title, @Nullable Unit parent) {

	/** The root. */
	static Unit root() {
		return new Unit("r-roll", "Root", null);
	}

	/** A unit below this one; of its id only eight times the digit is said. */
	Unit below(String digit, String called) {
		return new Unit("ou-roll-" + digit.repeat(8), called, this);
	}

	/** The names from the root down to this unit, joined by slashes. */
	public String path() {
		return (this.parent != null) ? this.parent.path() + "/" + this.title : this.title;
	}

}
