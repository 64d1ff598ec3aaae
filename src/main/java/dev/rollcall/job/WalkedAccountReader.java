package dev.rollcall.job;

import java.util.List;
import java.util.Set;

import dev.rollcall.collect.RollCall;
import dev.rollcall.collect.WalkedAccount;
import dev.rollcall.organization.Account;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.stereotype.Component;

/** Hands over finished accounts from the engine that runs ahead. */
@Component
class WalkedAccountReader implements ItemReader<WalkedAccount> {

	private final AwsAccess aws;

	private final OrganizationTasklet organization;

	private final Night night;

	private final NightStop stop;

	private @Nullable RollCall rollCall;

	WalkedAccountReader(AwsAccess aws, OrganizationTasklet organization, Night night, NightStop stop) {
		this.stop = stop;
		this.aws = aws;
		this.organization = organization;
		this.night = night;
	}

	@Override
	public @Nullable WalkedAccount read() throws InterruptedException {
		return rollCall().next();
	}

	/** Says that an account's rows are no longer held. */
	void release(WalkedAccount account) {
		rollCall().release(account);
	}

	private RollCall rollCall() {
		RollCall begun = this.rollCall;
		if (begun == null) {
			this.organization.begin();
			Set<String> staged = this.night.stagedAccounts();
			List<Account> missing = this.night.discovery()
				.accounts()
				.stream()
				.filter((account) -> !staged.contains(account.id().value()))
				.toList();
			begun = this.aws.collecting(this.night.discovery()).call(missing);
			this.rollCall = begun;
			this.stop.walking(begun::stop);
		}
		return begun;
	}

}
