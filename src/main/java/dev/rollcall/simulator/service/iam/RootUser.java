package dev.rollcall.simulator.service.iam;

import dev.rollcall.simulator.world.Dice;
import dev.rollcall.simulator.world.Draw;
import dev.rollcall.simulator.world.Facet;
import org.jspecify.annotations.Nullable;

/**
 * The root user of an account, and the credential report that tells of it.
 *
 * @param usedDaysAgo when somebody signed in last; null: some day within a year
 * @param slowReport whether the report is not there at the first look
 */
public record RootUser(Root root, @Nullable Integer usedDaysAgo, boolean slowReport) {

	/** In order: nobody can sign in. */
	public static final Facet<RootUser> FACET = Facet.of(of(Root.REMOVED), (draw) -> of(drawn(draw)));

	static RootUser of(Root root) {
		return new RootUser(root, null, false);
	}

	private static Root drawn(Draw draw) {
		Dice own = draw.account();
		int drawn = own.with("root").below(100);
		Root root = (drawn < 60) ? Root.REMOVED : (drawn < 75) ? Root.NOT_VIRTUAL_MFA
				: (drawn < 90) ? Root.VIRTUAL_MFA : (drawn < 98) ? Root.NO_MFA : Root.ACCESS_KEY;
		if (root == Root.REMOVED || draw.drift().happened(own.with("root goes"), 10)) {
			return Root.REMOVED;
		}
		if (draw.drift().happened(own.with("root gets a key"), 2)) {
			return Root.ACCESS_KEY;
		}
		return (root == Root.NO_MFA && draw.drift().happened(own.with("root gets MFA"), 30)) ? Root.VIRTUAL_MFA : root;
	}

	/** The same with other credentials. */
	RootUser with(Root other) {
		return new RootUser(other, this.usedDaysAgo, this.slowReport);
	}

	/** The same with a report that is not there at the first look. */
	RootUser withSlowReport() {
		return new RootUser(this.root, this.usedDaysAgo, true);
	}

	/** The same, last used on a day. */
	RootUser used(int daysAgo) {
		return new RootUser(this.root, daysAgo, this.slowReport);
	}

}
