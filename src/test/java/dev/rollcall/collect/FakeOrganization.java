package dev.rollcall.collect;

import dev.rollcall.account.FakeAws;

/** An organization in which every account has one thing of every kind everywhere. */
public final class FakeOrganization {

	private FakeOrganization() {
	}

	public static FakeAws in(FakeAws aws) {
		Fixtures.answers().forEach(aws::on);
		return aws;
	}

}
