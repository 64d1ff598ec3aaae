package dev.rollcall.collect.cloudtrail;

import dev.rollcall.account.UnexpectedAnswerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TransportPolicyTests {

	private static final String BUCKET = "arn:aws:s3:::b";

	private static final String WHOLE = """
			{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::b", "arn:aws:s3:::b/*"],
			 "Condition": {"Bool": {"aws:SecureTransport": "false"}}}""";

	@Test
	void takesADenialToEverybodyOfEverythingForADemand() {
		assertThat(of(WHOLE)).isEqualTo(TransportDemand.ALL);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"Principal\": \"*\" -> \"Principal\": {\"AWS\": \"*\"}",
			"\"Principal\": \"*\" -> \"Principal\": {\"AWS\": [\"*\"]}", "\"s3:*\" -> \"*\"", "\"s3:*\" -> [\"S3:*\"]",
			"\"Bool\" -> \"BoolIfExists\"", "\"false\" -> \"False\"", "\"false\" -> false", "\"false\" -> [\"false\"]",
			"aws:SecureTransport -> AWS:securetransport",
			"[\"arn:aws:s3:::b\", \"arn:aws:s3:::b/*\"] -> \"arn:aws:s3:::b*\"",
			"[\"arn:aws:s3:::b\", \"arn:aws:s3:::b/*\"] -> \"*\"" })
	void takesWhatMeansTheSameForTheSame(String change) {
		assertThat(of(changed(change))).isEqualTo(TransportDemand.ALL);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"Principal\": \"*\" -> \"Principal\": {\"AWS\": \"arn:aws:iam::111111111111:root\"}",
			"\"Principal\": \"*\" -> \"Principal\": {\"Service\": \"*\"}", "\"s3:*\" -> \"s3:GetObject\"",
			"\"s3:*\" -> [\"s3:Get*\", \"s3:Put*\"]", "\"arn:aws:s3:::b\",  -> ", ", \"arn:aws:s3:::b/*\" -> ",
			"arn:aws:s3:::b/* -> arn:aws:s3:::b/AWSLogs/*",
			"[\"arn:aws:s3:::b\", \"arn:aws:s3:::b/*\"] -> \"arn:aws:s3:::c*\"" })
	void takesANarrowerOneForADemandOfSome(String change) {
		assertThat(of(changed(change))).isEqualTo(TransportDemand.SOME);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"Principal\": \"*\" -> \"NotPrincipal\": {\"AWS\": \"arn:aws:iam::111111111111:root\"}",
			"\"Action\": \"s3:*\" -> \"NotAction\": \"s3:GetObject\"",
			"\"Resource\": [\"arn:aws:s3:::b\", \"arn:aws:s3:::b/*\"] -> \"NotResource\": \"arn:aws:s3:::c\"",
			"\"Bool\" -> \"StringEquals\"", "\"Bool\" -> \"Null\"", "\"false\" -> \"true\"",
			"\"false\" -> [\"true\", \"false\"]", "\"false\"} -> \"false\", \"aws:PrincipalIsAWSService\": \"false\"}",
			"\"false\"} -> \"false\"}, \"StringNotEquals\": {\"aws:SourceVpce\": \"vpce-1\"}",
			"{\"Bool\": {\"aws:SecureTransport\": \"false\"}} -> {\"NumericLessThanIfExists\": {\"s3:TlsVersion\": \"1.2\"}}",
			"{\"Bool\": {\"aws:SecureTransport\": \"false\"}} -> {\"NumericLessThan\": {\"s3:TlsVersion\": \"1.2\"}}" })
	void doesNotWeighWhatMayLeaveOutAnything(String change) {
		assertThat(of(changed(change))).isEqualTo(TransportDemand.UNKNOWN);
	}

	/** With a pattern that tries every way it would not end in anybody's life. */
	@Test
	void endsWithAHostilePattern() {
		String hostile = "*a".repeat(5000);
		assertThat(of(changed("arn:aws:s3:::b/* -> " + hostile + "*"))).isEqualTo(TransportDemand.SOME);
	}

	@Test
	void findsNoDemandWhereNothingIsDeniedByTransport() {
		assertThat(of(changed("\"Deny\" -> \"Allow\""))).isEqualTo(TransportDemand.NONE);
		assertThat(of(changed("aws:SecureTransport -> aws:MultiFactorAuthPresent"))).isEqualTo(TransportDemand.NONE);
		assertThat(of("")).isEqualTo(TransportDemand.NONE);
	}

	@Test
	void addsUpWhatStatementsDemandOfBucketAndObjects() {
		String bucket = changed(", \"arn:aws:s3:::b/*\" -> ");
		String objects = changed("\"arn:aws:s3:::b\",  -> ");
		assertThat(of(bucket + ", " + objects)).isEqualTo(TransportDemand.ALL);
		assertThat(of(bucket + ", " + changed("\"Bool\" -> \"Null\""))).isEqualTo(TransportDemand.UNKNOWN);
		assertThat(of(WHOLE + ", " + changed("\"Bool\" -> \"Null\""))).isEqualTo(TransportDemand.ALL);
	}

	@Test
	void readsASingleStatement() {
		assertThat(TransportPolicy.of(BUCKET, "{\"Statement\": " + WHOLE + "}")).isEqualTo(TransportDemand.ALL);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "<html>", "{}", "[]", "{\"Statement\": \"none\"}" })
	void refusesWhatIsNoPolicy(String policy) {
		assertThatExceptionOfType(UnexpectedAnswerException.class).isThrownBy(() -> TransportPolicy.of(BUCKET, policy))
			.withMessageContaining("s3:GetBucketPolicy");
	}

	private static TransportDemand of(String statements) {
		return TransportPolicy.of(BUCKET, "{\"Version\": \"2012-10-17\", \"Statement\": [" + statements + "]}");
	}

	private static String changed(String change) {
		String[] words = change.split(" -> ", 2);
		assertThat(WHOLE).contains(words[0]);
		return WHOLE.replace(words[0], words[1]);
	}

}
