package dev.rollcall.job;

import java.util.Optional;

import dev.rollcall.account.AccountId;
import dev.rollcall.collect.Cells;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EntrancesTests {

	private static final AccountId OWN = new AccountId("000000000009");

	private static final SourceCatalog SOURCES = Cells.shippedAnd();

	private final Workspace workspace = new Workspace();

	private final Database database = new Database(this.workspace.directory("duckdb"));

	private String rows = "";

	@AfterEach
	void close() {
		this.database.close();
		this.workspace.close();
	}

	@Test
	void theAccountWhereWeRunIsNoNightWhereEveryOtherRefuses() {
		read("000000000009", "iam-root-user").refused("000000000001", "iam-root-user")
			.refused("000000000001", "config-recorder")
			.refused("000000000002", "iam-root-user");
		assertThat(refusal()).hasValue("No account could be entered but that where we run, 000000000009: 2 refused,"
				+ " the first was 000000000001: AccessDenied: not you; the role's name, the ExternalId, or whom the"
				+ " role trusts is wrong: 'policy' prints what each should be");
	}

	@Test
	void oneThatWasEnteredIsANight() {
		refused("000000000001", "iam-root-user").read("000000000002", "iam-root-user");
		assertThat(refusal()).isEmpty();
	}

	@Test
	void oneThatWasEnteredAndDeniesEverythingIsANight() {
		refused("000000000001", "iam-root-user").cell("000000000002", "iam-root-user", "iam:GetAccountSummary", 1);
		assertThat(refusal()).isEmpty();
	}

	@Test
	void theAccountWhereWeRunIsANightWhereThereIsNoOther() {
		read("000000000009", "iam-root-user");
		assertThat(refusal()).isEmpty();
	}

	@Test
	void ownersThatRefusePreventNoNightThatLeavesTheirAccountsOut() {
		read("000000000009", "iam-root-user").refused("000000000001", "iam-centralized-root");
		assertThat(refusal()).isEmpty();
	}

	@Test
	void whatTheOrganizationsReaderAnswersIsNoAccountThatWasEntered() {
		read("000000000001", "account-tags").refused("000000000001", "iam-root-user");
		assertThat(refusal()).isPresent();
	}

	@Test
	void anOwnerThatAnswersWasEntered() {
		refused("000000000001", "iam-root-user").read("000000000002", "iam-centralized-root");
		assertThat(refusal()).isEmpty();
	}

	@Test
	void aThingThatOthersWereAskedAboutIsNoAccountThatWasEntered() {
		refused("000000000001", "iam-root-user").cell("000000000001", "cloudtrail-bucket", "sts:AssumeRole", 1)
			.read("000000000001", "cloudtrail-key");
		assertThat(refusal()).isPresent();
	}

	private EntrancesTests read(String account, String source) {
		return cell(account, source, "", 1);
	}

	private EntrancesTests refused(String account, String source) {
		return cell(account, source, "sts:AssumeRole", 0);
	}

	private EntrancesTests cell(String account, String source, String operation, int calls) {
		this.rows += "%s('%s', '%s', %s, 'AccessDenied', 'not you', %d)".formatted(this.rows.isEmpty() ? "" : ", ",
				account, source, operation.isEmpty() ? "NULL" : "'" + operation + "'", calls);
		return this;
	}

	private Optional<String> refusal() {
		this.database.execute("""
				CREATE VIEW coverage AS SELECT * FROM (VALUES %s)
				  t (account_id, source, operation, error_code, error_message, calls)""".formatted(this.rows));
		return new Entrances(SOURCES, this.database).refusal(OWN);
	}

}
