package dev.rollcall.simulator.service.iam;

import java.util.List;

import dev.rollcall.simulator.world.Cast;
import dev.rollcall.simulator.world.Outline;
import dev.rollcall.simulator.world.Part;
import dev.rollcall.simulator.world.Script;

/**
 * The root users of {@code company}: removed, but where somebody forgot or has not come
 * to it yet. Privileged sessions are still off.
 */
final class IamCompany implements Script {

	@Override
	public String organization() {
		return Outline.COMPANY;
	}

	@Override
	public void write(Cast cast) {
		Part management = cast.part("朝比奈 管理アカウント");
		management.has(Centralized.FACET, new Centralized(List.of("RootCredentialsManagement")));
		root(management, Root.NOT_VIRTUAL_MFA, 402);
		root(cast.part("店舗POS-開発"), Root.NO_MFA, 210);
		cast.part("店舗POS-開発").since(1).change(RootUser.FACET, (own) -> own.with(Root.REMOVED));
		root(cast.part("sandbox-suzuki"), Root.VIRTUAL_MFA, 175);
		root(cast.part("会計-本番"), Root.SIGNING_CERTIFICATE, 1130);
		root(cast.part("基幹系 legacy-erp"), Root.ACCESS_KEY, 9);
		root(cast.part("mirai-deli-prod"), Root.NO_MFA, 3);
		root(cast.part("mirai-deli-dev"), Root.VIRTUAL_MFA, 31);
		cast.part("mirai-deli-dev").has(PasswordRules.FACET, PasswordRules.NEVER_SET);
		cast.part("基幹系 legacy-erp").has(PasswordRules.FACET, new PasswordRules(8, null, 90));
	}

	private static void root(Part part, Root root, int usedDaysAgo) {
		part.has(RootUser.FACET, RootUser.of(root).used(usedDaysAgo));
	}

}
