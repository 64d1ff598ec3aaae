package dev.rollcall.job;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.rollcall.account.AccountId;
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

	private final Optional<TopUp> topUp;

	private final NightStop stop;

	private @Nullable RollCall rollCall;

	WalkedAccountReader(AwsAccess aws, OrganizationTasklet organization, Night night, Optional<TopUp> topUp,
			NightStop stop) {
		this.topUp = topUp;
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
			begun = this.aws.collecting(this.night.discovery()).call(missing());
			this.rollCall = begun;
			this.stop.walking(begun::stop);
		}
		return begun;
	}

	/** The accounts that are not staged; of a top-up, those of them that have gaps. */
	private List<Account> missing() {
		Set<String> staged = this.night.stagedAccounts();
		Optional<Set<AccountId>> only = this.topUp.map(TopUp::accountsWithGaps);
		return this.night.discovery()
			.accounts()
			.stream()
			.filter((account) -> !staged.contains(account.id().value()))
			.filter((account) -> only.map((some) -> some.contains(account.id())).orElse(true))
			.toList();
	}

}
