package dev.rollcall.doctor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

import dev.rollcall.collect.AccountRegion;
import dev.rollcall.collect.AskedIn;
import dev.rollcall.collect.Collecting;
import dev.rollcall.collect.OwnerAnswers;
import dev.rollcall.collect.RollCall;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.collect.WalkedAccount;
import dev.rollcall.organization.Account;

/**
 * A short walk over all accounts: of each which Regions it has, and in each Region one
 * question a service, the cheapest. That shows who lets us in, and which Regions a policy
 * closes: such policies often spare some services.
 */
final class AccountRound {

	private final Set<String> asked;

	private final Set<String> leftOut;

	/**
	 * Prepares a round.
	 * @param excluded the sources that the configuration leaves out
	 */
	AccountRound(SourceCatalog catalog, Set<String> excluded) {
		this.asked = asked(
				catalog.definitions().stream().filter((source) -> !excluded.contains(source.name())).toList());
		this.leftOut = new HashSet<>(catalog.names());
		this.leftOut.removeAll(this.asked);
	}

	private static Set<String> asked(List<SourceDefinition> enabled) {
		List<SourceDefinition> simple = enabled.stream()
			.filter((source) -> source.isAskedOfEveryAccount() && source.askedIn() == AskedIn.ACCOUNT)
			.filter((source) -> source.dependsOn().isEmpty() && source.answeredBy() == null)
			.sorted(Comparator.comparingInt((source) -> source.operations().size()))
			.toList();
		Set<String> asked = new HashSet<>();
		simple.stream()
			.filter((source) -> !source.isRegional())
			.min(Comparator.comparing((source) -> !source.name().equals(AccountRegion.SOURCE)))
			.ifPresent((source) -> asked.add(source.name()));
		Map<String, SourceDefinition> cheapest = new TreeMap<>();
		simple.stream()
			.filter(SourceDefinition::isRegional)
			.forEach((source) -> cheapest.putIfAbsent(source.service().getName(), source));
		cheapest.values().forEach((source) -> asked.add(source.name()));
		return asked;
	}

	/** The sources that it asks. */
	Set<String> asked() {
		return this.asked;
	}

	/** The sources that it does not ask. */
	Set<String> leftOut() {
		return this.leftOut;
	}

	/** Walks accounts, and gives them in order of their ids. */
	static List<WalkedAccount> walk(Collecting engine, List<Account> accounts, OwnerAnswers answers) {
		RollCall call = engine.call(accounts, CompletableFuture.completedFuture(answers));
		List<WalkedAccount> walked = new ArrayList<>();
		try {
			for (WalkedAccount next = call.next(); next != null; next = call.next()) {
				walked.add(next);
				call.release(next);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CancellationException("Stopped while accounts were asked");
		}
		walked.sort(Comparator.comparing((account) -> account.account().id()));
		return walked;
	}

}
