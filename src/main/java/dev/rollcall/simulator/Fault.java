package dev.rollcall.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.rollcall.simulator.wire.ModelChange;
import dev.rollcall.simulator.world.World;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/**
 * What goes wrong with some calls.
 *
 * @param account the account that the calls are about: the one whose role is assumed, or
 * whose tags are listed, else the one that signs; null: any
 * @param region the Region that is called; {@code global} for services that have none;
 * null: any
 * @param operation as {@code service:Operation}, {@code service} or {@code Operation};
 * null: any
 * @param times how many calls of each account, Region and operation it meets; null: all
 */
public record Fault(@Nullable String account, @Nullable String region, @Nullable String operation, Effect effect,
		@Nullable Integer times) {

	boolean matches(String calledAccount, String calledRegion, String service, String called) {
		return (this.account == null || this.account.equals(calledAccount))
				&& (this.region == null || this.region.equals(calledRegion))
				&& (this.operation == null || this.operation.equals(called) || this.operation.equals(service)
						|| this.operation.equals(service + ":" + called));
	}

	/** Whether a cell whose last call was of an operation waits for it in vain. */
	boolean leavesUnanswered(String called, String cellRegion, String calledOperation) {
		boolean silent = this.effect == Kind.HANG || this.effect == Kind.DRIP;
		boolean here = cellRegion.equals(World.GLOBAL) || this.region == null || this.region.equals(cellRegion);
		String service = calledOperation.replaceAll(":.*", "");
		return silent && here && matches(called, (this.region != null) ? this.region : cellRegion, service,
				calledOperation.substring(Math.min(calledOperation.length(), service.length() + 1)));
	}

	/** What happens. */
	public sealed interface Effect permits Kind, Refused, Changed, Huge, Deep {

	}

	/**
	 * The service answers with an error.
	 *
	 * @param status the HTTP status
	 * @param code the error code, as the service writes it
	 */
	public record Refused(int status, String code, String message) implements Effect {

	}

	/**
	 * The service answers something else.
	 *
	 * @param changes made to its answer one after the other
	 */
	public record Changed(List<ModelChange> changes) implements Effect {

		public Changed {
			changes = List.copyOf(changes);
		}

		SdkPojo in(SdkPojo answer) {
			SdkPojo changed = answer;
			for (ModelChange change : this.changes) {
				changed = change.in(changed);
			}
			return changed;
		}

	}

	/**
	 * The answer is padded with blanks.
	 *
	 * @param bytes how many of them
	 */
	public record Huge(int bytes) implements Effect {

	}

	/**
	 * The answer has a member that nobody knows, of values inside values.
	 *
	 * @param levels how many of them
	 */
	public record Deep(int levels) implements Effect {

	}

	/** What happens where nothing more is to be said of it. */
	public enum Kind implements Effect {

		/** The role's own policy does not allow it. */
		ACCESS_DENIED,

		/** A service control policy denies it. */
		SCP_DENY,

		/** Too many calls. */
		THROTTLE,

		/** No answer. */
		HANG,

		/** The service's own internal error. */
		HTTP_500,

		/** The service is not available. */
		HTTP_503,

		/** An error page of something in between. */
		HTML_500,

		/** A page that was not found. */
		HTML_404,

		/** Status 200 and half an answer. */
		MALFORMED,

		/** An answer whose members are there and are of other types. */
		WRONG_TYPE,

		/** Status 200 and no body. */
		EMPTY,

		/** A byte a second. */
		DRIP,

		/** The connection is reset. */
		RESET,

		/** The session has expired. */
		EXPIRED_TOKEN;

		/** As scenarios write it. */
		public String word() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

		static Optional<Kind> of(String word) {
			return Arrays.stream(values()).filter((kind) -> kind.word().equals(word)).findFirst();
		}

		static List<String> words() {
			return Arrays.stream(values()).map(Kind::word).toList();
		}

	}

}
