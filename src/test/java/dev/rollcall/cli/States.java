package dev.rollcall.cli;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.simulator.Fault;
import dev.rollcall.simulator.wire.ModelChange;
import org.jspecify.annotations.Nullable;

/** States of AWS, as its services tell them. */
public final class States {

	private States() {
	}

	/**
	 * A service answers something else.
	 * @param operation as {@code service:Operation}
	 * @param pathsAndValues a path of {@link ModelChange} and its value, again and again;
	 * a null value takes what is there away
	 */
	public static Fault answer(String operation, @Nullable String... pathsAndValues) {
		List<ModelChange> changes = new ArrayList<>();
		for (int i = 0; i < pathsAndValues.length; i += 2) {
			changes.add(new ModelChange(String.valueOf(pathsAndValues[i]), pathsAndValues[i + 1]));
		}
		return new Fault(null, null, operation, new Fault.Changed(changes), null);
	}

	/** A service refuses. */
	public static Fault refusal(String operation, int status, String code, String message) {
		return new Fault(null, null, operation, new Fault.Refused(status, code, message), null);
	}

	/** The role's own policy does not allow an operation. */
	public static Fault denial(String operation) {
		return new Fault(null, null, operation, Fault.Kind.ACCESS_DENIED, null);
	}

	/** The same in one Region alone; {@code global} for services that have none. */
	public static Fault in(String region, Fault state) {
		return new Fault(state.account(), region, state.operation(), state.effect(), state.times());
	}

}
