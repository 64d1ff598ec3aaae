package dev.rollcall.simulator.service.iam;

import dev.rollcall.simulator.world.Cast;
import dev.rollcall.simulator.world.Outline;
import dev.rollcall.simulator.world.Part;
import dev.rollcall.simulator.world.Script;

/** The root users of {@code example}. */
final class IamExample implements Script {

	@Override
	public String organization() {
		return Outline.EXAMPLE;
	}

	@Override
	public void write(Cast cast) {
		root(cast.part("本社 管理アカウント"), Root.NOT_VIRTUAL_MFA);
		root(cast.part("identity"), Root.HALF_SAID);
		root(cast.part("決済-本番"), Root.NOT_VIRTUAL_MFA).during(1, 1).denied("iam:GetAccountSummary");
		root(cast.part("payments-dev"), Root.NO_MFA).change(RootUser.FACET, RootUser::withSlowReport);
		root(cast.part("payments-dev").during(1, 2), Root.VIRTUAL_MFA);
		root(cast.part("legacy-erp"), Root.ACCESS_KEY);
		root(cast.part("legacy-erp").since(1), Root.REMOVED);
		for (String name : new String[] { "会員基盤", "acquired & co", "closed-2025", "root-unread", "<b>web</b>",
				"../../fat-data" }) {
			root(cast.part(name), Root.VIRTUAL_MFA);
		}
		root(cast.part("new-joiner"), Root.NO_MFA);
		root(cast.part("<b>web</b>").during(1, 1), Root.ACCESS_KEY);
		root(cast.part("<b>web</b>").since(2), Root.REMOVED);
		cast.part("payments-dev").has(PasswordRules.FACET, PasswordRules.NEVER_SET);
		cast.part("config-shapes").has(PasswordRules.FACET, PasswordRules.NEVER_SET);
		cast.part("legacy-erp").has(PasswordRules.FACET, new PasswordRules(8, null, 90));
	}

	private static Part root(Part part, Root root) {
		return part.change(RootUser.FACET, (before) -> before.with(root));
	}

}
