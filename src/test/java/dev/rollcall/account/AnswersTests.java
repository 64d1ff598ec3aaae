package dev.rollcall.account;

import java.util.List;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.accessanalyzer.model.ListFindingsResponse;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsResponse;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesResponse;
import software.amazon.awssdk.services.kms.model.ListAliasesResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLoggingResponse;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AnswersTests {

	@Test
	void takesAnEmptyListForAnAnswer() {
		ListFindingsResponse none = ListFindingsResponse.builder().findings(List.of()).build();
		assertThatCode(() -> Answers.requireAny("access-analyzer:ListFindings", none, "")).doesNotThrowAnyException();
	}

	@Test
	void takesAnyMemberForAnAnswer() {
		GetEventSelectorsResponse unset = GetEventSelectorsResponse.builder().trailARN("arn").build();
		assertThatCode(() -> Answers.requireAny("cloudtrail:GetEventSelectors", unset, "")).doesNotThrowAnyException();
	}

	/** The list that such a page should hold is lost, and what was in it. */
	@Test
	void refusesAPageThatOnlySaysWhereTheNextIs() {
		for (AwsResponse page : List.of(ListFindingsResponse.builder().nextToken("2").build(),
				ListVirtualMfaDevicesResponse.builder().isTruncated(false).build(),
				ListVirtualMfaDevicesResponse.builder().isTruncated(true).marker("2").build(),
				ListAliasesResponse.builder().truncated(true).nextMarker("2").build())) {
			assertThatExceptionOfType(UnexpectedAnswerException.class)
				.isThrownBy(() -> Answers.requireAny("x:List", page, ""))
				.withMessage("x:List was answered by a body that holds nothing of an answer");
		}
	}

	@Test
	void refusesAnAnswerWithoutAnyMember() {
		assertThatExceptionOfType(UnexpectedAnswerException.class).isThrownBy(
				() -> Answers.requireAny("access-analyzer:ListFindings", ListFindingsResponse.builder().build(), ""))
			.withMessage("access-analyzer:ListFindings was answered by a body that holds nothing of an answer");
	}

	/**
	 * S3 has nothing to say of a bucket whose logging is off, in an element of its own.
	 */
	@Test
	void takesTheElementOfAnAnswerForOneThatSaysThatSomethingIsOff() {
		GetBucketLoggingResponse off = GetBucketLoggingResponse.builder().build();
		String element = "<?xml version=\"1.0\"?>\n<BucketLoggingStatus xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"/>";
		assertThatCode(() -> Answers.requireAny("s3:GetBucketLogging", off, element)).doesNotThrowAnyException();
		for (String other : List.of("", "<html>", "<VersioningConfiguration/>")) {
			assertThatExceptionOfType(UnexpectedAnswerException.class)
				.isThrownBy(() -> Answers.requireAny("s3:GetBucketLogging", off, other));
		}
		assertThatExceptionOfType(UnexpectedAnswerException.class)
			.isThrownBy(() -> Answers.requireAny("s3:GetBucketAcl", off, element));
	}

}
