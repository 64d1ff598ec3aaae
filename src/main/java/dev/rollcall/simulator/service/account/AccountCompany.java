package dev.rollcall.simulator.service.account;

import java.util.List;

import dev.rollcall.simulator.world.Cast;
import dev.rollcall.simulator.world.Outline;
import dev.rollcall.simulator.world.Part;
import dev.rollcall.simulator.world.Script;

/**
 * Whom AWS tells of security matters in {@code company}: a desk, or the acquired firm.
 */
final class AccountCompany implements Script {

	@Override
	public String organization() {
		return Outline.COMPANY;
	}

	@Override
	public void write(Cast cast) {
		for (Part part : cast.parts()) {
			part.has(SecurityContact.FACET, new SecurityContact("asahina.example"));
		}
		for (String name : List.of("sandbox-sato", "sandbox-data-team", "基幹系 legacy-erp")) {
			cast.part(name).has(SecurityContact.FACET, SecurityContact.NONE);
		}
		for (String name : List.of("mirai-deli-prod", "mirai-deli-dev")) {
			cast.part(name).has(SecurityContact.FACET, new SecurityContact("mirai-deli.example"));
		}
	}

}
