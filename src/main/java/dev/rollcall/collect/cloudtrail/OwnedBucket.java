package dev.rollcall.collect.cloudtrail;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.ErrorCode;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Questions about a bucket, asked where it lies: S3 says so of one that is asked about
 * elsewhere, by a redirect, or by refusing the signature's Region.
 */
final class OwnedBucket {

	private static final String REGION_HEADER = "x-amz-bucket-region";

	private static final Pattern REGION_ELEMENT = Pattern.compile("<Region>(.+?)</Region>");

	/** An endpoint is named by it. */
	private static final Pattern REGION_NAME = Pattern.compile("[a-z0-9-]{1,40}");

	private final Function<Region, S3Client> clients;

	private final String name;

	private final AccountId owner;

	private Region region;

	private boolean owned;

	/**
	 * Asks about a bucket.
	 * @param clients by Region
	 * @param region where to ask first
	 * @param owner every question is refused unless the bucket is this account's
	 */
	OwnedBucket(Function<Region, S3Client> clients, Region region, String name, AccountId owner) {
		this.clients = clients;
		this.region = region;
		this.name = name;
		this.owner = owner;
	}

	String name() {
		return this.name;
	}

	/** The account that every question expects to own it. */
	String owner() {
		return this.owner.value();
	}

	/** Where it lies, as far as the answers so far tell. */
	Region region() {
		return this.region;
	}

	/** Whether an answer has shown that the account owns it. */
	boolean isOwned() {
		return this.owned;
	}

	/** Asks where the bucket lies. */
	<T> T ask(Function<S3Client, T> question) {
		T answer = askThere(question);
		this.owned = true;
		return answer;
	}

	private <T> T askThere(Function<S3Client, T> question) {
		try {
			return question.apply(this.clients.apply(this.region));
		}
		catch (AwsServiceException ex) {
			this.region = named(ex).filter((other) -> !other.equals(this.region)).orElseThrow(() -> ex);
			return question.apply(this.clients.apply(this.region));
		}
	}

	/**
	 * The same where a refusal may say that what is asked for was never set.
	 * @param unset the code of that refusal
	 */
	<T> Optional<T> askUnless(String unset, Function<S3Client, T> question) {
		try {
			return Optional.of(ask(question));
		}
		catch (AwsServiceException ex) {
			if (ex.statusCode() == 404 && ErrorCode.of(ex).equals(unset)) {
				this.owned = true;
				return Optional.empty();
			}
			throw ex;
		}
	}

	private static Optional<Region> named(AwsServiceException refusal) {
		AwsErrorDetails details = refusal.awsErrorDetails();
		if (details == null) {
			return Optional.empty();
		}
		return Optional.ofNullable(details.sdkHttpResponse())
			.flatMap((response) -> response.firstMatchingHeader(REGION_HEADER))
			.or(() -> Optional.ofNullable(details.rawResponse())
				.map((body) -> REGION_ELEMENT.matcher(body.asUtf8String()))
				.filter(Matcher::find)
				.map((found) -> found.group(1)))
			.filter((name) -> REGION_NAME.matcher(name).matches())
			.map(Region::of);
	}

}
