package dev.rollcall.faults;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.simulator.Fault;
import dev.rollcall.simulator.Fault.Deep;
import dev.rollcall.simulator.Fault.Huge;
import dev.rollcall.simulator.Fault.Kind;
import dev.rollcall.simulator.Fault.Refused;
import org.jspecify.annotations.Nullable;

/**
 * A way in which an operation goes wrong.
 *
 * @param effect what the server does; null where no server is met: its name is not found
 * @param times how many calls it meets; null: all
 */
record Problem(String name, Fault.@Nullable Effect effect, @Nullable Integer times) {

	/** A service's name is not found in DNS. */
	static final Problem UNKNOWN_HOST = new Problem("unknown host", null, null);

	/** What any operation may meet. */
	static final List<Problem> ANY = List.of(of(Kind.ACCESS_DENIED), of(Kind.SCP_DENY),
			new Problem("throttle three times", Kind.THROTTLE, 3), of(Kind.THROTTLE),
			new Problem("http-500 once", Kind.HTTP_500, 1), of(Kind.HTTP_500), of(Kind.HTTP_503), of(Kind.HTML_500),
			of(Kind.HTML_404), of(Kind.MALFORMED), of(Kind.WRONG_TYPE), of(Kind.EMPTY), of(Kind.HANG), of(Kind.DRIP),
			new Problem("reset once", Kind.RESET, 1), of(Kind.RESET), UNKNOWN_HOST,
			new Problem("expired-token once", Kind.EXPIRED_TOKEN, 1), of(Kind.EXPIRED_TOKEN),
			new Problem("a megabyte of blanks", new Huge(1 << 20), null),
			new Problem("many levels", new Deep(90), null), new Problem("huge", new Huge((16 << 20) + 1), null),
			new Problem("deep", new Deep(100_000), null));

	private static Problem of(Kind kind) {
		return new Problem(kind.word(), kind, null);
	}

	/** Everything that an operation may meet: any of the above, and its own errors. */
	static List<Problem> of(String operation) {
		List<Problem> problems = new ArrayList<>(ANY);
		if (operation.equals("iam:ListVirtualMFADevices") || operation.startsWith("s3:")) {
			// The SDK reads a text where XML should have a list as a list of nothing, and
			// any text for a flag.
			problems.removeIf((problem) -> problem.is(Kind.WRONG_TYPE));
		}
		for (Refused refused : DeclaredErrors.of(operation)) {
			problems.add(new Problem(refused.code(), refused, null));
		}
		return problems;
	}

	boolean is(Kind kind) {
		return this.effect == kind;
	}

	@Nullable String code() {
		return (this.effect instanceof Refused refused) ? refused.code() : null;
	}

	@Override
	public String toString() {
		return this.name;
	}

}
