package dev.rollcall.collect;

import java.util.List;
import java.util.regex.Pattern;

import dev.rollcall.account.AccountId;

/**
 * A thing that a row of evidence names.
 *
 * @param arn its ARN, by which the rows that name it agree: the cell's
 * {@code resource_id}
 * @param region the Region to ask in, or {@link Cell#GLOBAL}
 * @param owners the accounts that may own it, as far as the row knows them: the likeliest
 * first; they are asked in turn. Empty where nothing says who does
 */
public record Thing(String arn, String region, List<AccountId> owners) {

	/** Endpoints are named by it. */
	private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,40}");

	public Thing {
		owners = List.copyOf(owners);
		if (arn.isBlank()) {
			throw new IllegalArgumentException("A thing has no ARN");
		}
		if (!REGION.matcher(region).matches()) {
			throw new IllegalArgumentException("'" + region + "' of " + arn + " is no Region");
		}
	}

}
