package dev.rollcall.job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.Arn;
import dev.rollcall.account.EntryRefusedException;
import dev.rollcall.input.BadInputException;

/**
 * Whom a role in an account lets in.
 * <p>
 * A role that stands as the principal is kept by IAM as that role's unique id: made again
 * under its name it would be a stranger to every account. Its account stands as the
 * principal instead, and its ARN in a condition.
 *
 * @param account the principal
 * @param entrant the ARN of the role or user that may enter; empty where anyone of the
 * account may whom that lets
 * @param externalId what it has to say
 * @param organization the id of the organization that it has to be of
 */
public record TrustPolicy(String account, Optional<String> entrant, Optional<String> externalId,
		Optional<String> organization) {

	/** What stands for what is yet to be said. */
	private static final TrustPolicy UNNAMED = new TrustPolicy("ACCOUNT-THAT-RUNS-ROLLCALL",
			Optional.of("ARN-OF-WHAT-RUNS-ROLLCALL"), Optional.empty(), Optional.empty());

	private static final Pattern ORGANIZATION = Pattern.compile("o-[a-z0-9]{10,32}");

	private static final String EXPECTED = "the ARN of a role or a user, or an account's id";

	/** Trust of nobody yet: its principal is to be filled in. */
	public static TrustPolicy ofWhoeverRuns() {
		return UNNAMED;
	}

	/**
	 * Trust of a principal.
	 * @param place what names it: a flag
	 * @param principal the ARN of a role or a user, or an account's id or root
	 * @throws BadInputException where it is none of these
	 */
	public static TrustPolicy of(String place, String principal) {
		if (AccountId.isAccountId(principal)) {
			return anyoneOf(principal);
		}
		Arn arn = Arn.parse(principal).filter((parsed) -> AccountId.isAccountId(parsed.account())).orElse(null);
		if (arn != null && arn.service().equals("sts") && arn.resource().startsWith("assumed-role/")) {
			String name = arn.resource().split("/")[1];
			throw new BadInputException(place + ": '" + principal + "': a session of a role, which ends; its role was"
					+ " expected: " + Arn.role(arn.partition(), new AccountId(arn.account()), name)
					+ ", or the same with its path");
		}
		if (arn == null || !arn.service().equals("iam") || !arn.resource().matches("root|(role|user)/[^*?]+")) {
			throw new BadInputException(place + ": '" + principal + "': " + EXPECTED + " was expected");
		}
		String root = new Arn(arn.partition(), "iam", "", arn.account(), "root").toString();
		return principal.equals(root) ? anyoneOf(root)
				: new TrustPolicy(root, Optional.of(principal), Optional.empty(), Optional.empty());
	}

	private static TrustPolicy anyoneOf(String account) {
		return new TrustPolicy(account, Optional.empty(), Optional.empty(), Optional.empty());
	}

	/** The same for whoever also says this. */
	public TrustPolicy withExternalId(Optional<String> externalId) {
		return new TrustPolicy(this.account, this.entrant, externalId, this.organization);
	}

	/**
	 * The same for members of an organization alone.
	 * @param place what names it: a flag
	 * @throws BadInputException where that is no organization's id
	 */
	public TrustPolicy within(String place, String organization) {
		if (!ORGANIZATION.matcher(organization).matches()) {
			throw new BadInputException(
					place + ": '" + organization + "': an organization's id such as o-a1b2c3d4e5 was expected");
		}
		return new TrustPolicy(this.account, this.entrant, this.externalId, Optional.of(organization));
	}

	/** The policy, as JSON has it. */
	public Map<String, Object> document() {
		Map<String, Object> statement = new LinkedHashMap<>();
		statement.put("Sid", "Rollcall");
		statement.put("Effect", "Allow");
		statement.put("Principal", Map.of("AWS", this.account));
		statement.put("Action", EntryRefusedException.OPERATION);
		Map<String, Object> condition = condition();
		if (!condition.isEmpty()) {
			statement.put("Condition", condition);
		}
		return Statement.document(List.of(statement));
	}

	private Map<String, Object> condition() {
		Map<String, Object> condition = new LinkedHashMap<>();
		this.entrant.ifPresent((arn) -> condition.put("ArnEquals", Map.of("aws:PrincipalArn", arn)));
		Map<String, Object> said = new TreeMap<>();
		this.organization.ifPresent((id) -> said.put("aws:PrincipalOrgID", id));
		this.externalId.ifPresent((id) -> said.put("sts:ExternalId", id));
		if (!said.isEmpty()) {
			condition.put("StringEquals", said);
		}
		return condition;
	}

}
