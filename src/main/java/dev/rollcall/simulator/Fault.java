package dev.rollcall.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

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
public record Fault(@Nullable String account, @Nullable String region, @Nullable String operation, Kind kind,
		@Nullable Integer times) {

	boolean matches(String calledAccount, String calledRegion, String service, String called) {
		return (this.account == null || this.account.equals(calledAccount))
				&& (this.region == null || this.region.equals(calledRegion))
				&& (this.operation == null || this.operation.equals(called) || this.operation.equals(service)
						|| this.operation.equals(service + ":" + called));
	}

	/** What happens. */
	public enum Kind {

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

		/** An error page of something in between. */
		HTML_500,

		/** A page that was not found. */
		HTML_404,

		/** Status 200 and half an answer. */
		MALFORMED,

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
