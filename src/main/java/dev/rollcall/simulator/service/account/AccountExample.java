package dev.rollcall.simulator.service.account;

import java.util.List;

import dev.rollcall.simulator.world.Cast;
import dev.rollcall.simulator.world.Outline;
import dev.rollcall.simulator.world.Script;

/** Whom AWS tells of security matters in {@code example}. */
final class AccountExample implements Script {

	@Override
	public String organization() {
		return Outline.EXAMPLE;
	}

	@Override
	public void write(Cast cast) {
		for (String name : List.of("identity", "payments-dev", "=cmd|' /C calc'!A0", "\"public\", 一般公開")) {
			cast.part(name).has(SecurityContact.FACET, SecurityContact.NONE);
		}
		cast.part("legacy-erp").has(SecurityContact.FACET, new SecurityContact("vendor.example.net"));
		cast.part("acquired & co").has(SecurityContact.FACET, new SecurityContact("acquired.example.org"));
	}

}
