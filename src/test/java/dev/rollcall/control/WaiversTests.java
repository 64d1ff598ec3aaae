package dev.rollcall.control;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import dev.rollcall.account.AccountId;
import dev.rollcall.control.Waiver.Scope;
import dev.rollcall.input.BadInputException;
import dev.rollcall.input.JobConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Tests for {@link Waivers}: what an officer may write, and what is refused. */
class WaiversTests {

	private static final String WHOLE = """
			waivers:
			  - id: W-2026-014
			    control: root.mfa
			    scope:
			      accounts: [000000000001, "222222222222"]
			      ou: Root/Workloads
			      regions: [global]
			      resource: "arn:aws:s3:::public-*"
			      tag: {environment: sandbox}
			    owner: payments@example.com
			    reason: The vendor needs it.
			    ticket: SEC-1
			    granted-on: 2026-11-01
			    expires-on: 2027-01-31
			""";

	@Test
	void readsEveryKey() {
		assertThat(read(WHOLE)).containsExactly(new Waiver("W-2026-014", "root.mfa",
				new Scope(List.of(new AccountId("000000000001"), new AccountId("222222222222")),
						List.of("Root/Workloads"), List.of("global"), null, "arn:aws:s3:::public-*",
						Map.of("environment", "sandbox")),
				"payments@example.com", "The vendor needs it.", "SEC-1", LocalDate.parse("2026-11-01"),
				LocalDate.parse("2027-01-31")));
	}

	@Test
	void shipsNone() {
		assertThat(Waivers.load(JobConfig.find("job-config"))).isEmpty();
	}

	@Test
	void takesAnEmptyFileForNone() {
		assertThat(read("")).isEmpty();
		assertThat(read("waivers:")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					owner: payments@example.com    | owner:            | 10: waivers[0].owner: is missing
					owner: payments@example.com    | owner: ' '        | 10: waivers[0].owner: is empty
					reason: The vendor needs it.   | reason: ''        | 11: waivers[0].reason: is empty
					granted-on: 2026-11-01         | granted-on:       | 13: waivers[0].granted-on: is missing
					expires-on: 2027-01-31         | expires-on:       | 14: waivers[0].expires-on: is missing
					expires-on: 2027-01-31         | ~                 | 2: waivers[0].expires-on: is missing
					expires-on: 2027-01-31         | expires-on: 2026-10-31 | 14: waivers[0].expires-on: '2026-10-31': a day not before granted-on was expected
					expires-on: 2027-01-31         | expires-on: never | 14: waivers[0].expires-on: 'never': a day such as 2026-11-24 was expected
					expires-on: 2027-01-31         | expire-on: 2027-01-31 | 14: waivers[0].expire-on: is not a known key; did you mean 'expires-on'?
					id: W-2026-014                 | id: W 1           | 2: waivers[0].id: 'W 1': letters, digits, '.', '_' and '-' were expected, such as W-2026-014
					ou: Root/Workloads             | ou: /Root         | 6: waivers[0].scope.ou: '/Root': a unit's path from the root was expected, such as Root/Workloads/Prod
					regions: [global]              | regions: [Tokyo]  | 7: waivers[0].scope.regions: 'Tokyo': a Region such as eu-west-1, or global, was expected
					regions: [global]              | region: [global]  | 7: waivers[0].scope.region: is not a known key; did you mean 'regions'?
					accounts: [000000000001, "222222222222"] | accounts: [1] | 5: waivers[0].scope.accounts: '1': twelve digits in quotes expected
					resource: "arn:aws:s3:::public-*" | resource: ""   | 8: waivers[0].scope.resource: is empty; leave it out to match any
					""")
	void refusesWithOneLine(String line, String instead, String message) {
		String changed = WHOLE.replace(line, instead.equals("~") ? "" : instead);
		assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> read(changed))
			.withMessage("waivers.yaml:" + message);
	}

	/** A misspelt key is one mistake, and its value is read all the same. */
	@Test
	void refusesEveryMistakeAtOnce() {
		String second = WHOLE.substring("waivers:\n".length())
			.replace("owner:", "onwer:")
			.replace("regions: [global]", "regions: [Tokyo, global, '']")
			.replace("granted-on: 2026-11-01", "granted-on: 2027-02-29")
			.replace("accounts: [000000000001, \"222222222222\"]", "accounts: [1, 000000000001, 2]");
		assertThatExceptionOfType(BadInputException.class).isThrownBy(
				() -> read("waiver: x\n" + WHOLE.replace("expires-on: 2027-01-31", "expires-on: 2026-10-31") + second))
			.satisfies((refused) -> assertThat(refused.mistakes()).containsExactlyInAnyOrder(
					"waivers.yaml:1: waiver: is not a known key; did you mean 'waivers'?",
					"waivers.yaml:15: waivers[0].expires-on: '2026-10-31': a day not before granted-on was expected",
					"waivers.yaml:24: waivers[1].onwer: is not a known key; did you mean 'owner'?",
					"waivers.yaml:19: waivers[1].scope.accounts: '1': twelve digits in quotes expected",
					"waivers.yaml:19: waivers[1].scope.accounts: '2': twelve digits in quotes expected",
					"waivers.yaml:21: waivers[1].scope.regions: 'Tokyo': a Region such as eu-west-1, or global, was expected",
					"waivers.yaml:21: waivers[1].scope.regions: '': a Region such as eu-west-1, or global, was expected",
					"waivers.yaml:27: waivers[1].granted-on: '2027-02-29': a day such as 2026-11-24 was expected",
					"waivers.yaml:16: waivers[1].id: 'W-2026-014' is here a second time"));
	}

	@Test
	void refusesAnIdThatIsThereTwice() {
		assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> read(WHOLE + WHOLE.substring(9)))
			.withMessage("waivers.yaml:15: waivers[1].id: 'W-2026-014' is here a second time");
	}

	private static List<Waiver> read(String text) {
		return Waivers.read("waivers.yaml", text);
	}

}
