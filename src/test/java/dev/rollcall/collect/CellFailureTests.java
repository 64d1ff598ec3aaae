package dev.rollcall.collect;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.stream.Stream;

import dev.rollcall.account.FakeAws;
import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.account.FakeTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.iam.IamClient;

import static org.assertj.core.api.Assertions.assertThat;

class CellFailureTests {

	private static final String WHO = "User: arn:aws:sts::111111111111:assumed-role/rollcall/run is not authorized to"
			+ " perform: config:DescribeConfigRules ";

	private final FakeAws aws = new FakeAws(new FakeTime());

	private final Cells cells = new Cells(this.aws);

	private final Source regional = new OneCall("config-rules", Scope.REGION);

	private final Source global = new OneCall("iam-root-user", Scope.GLOBAL);

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			403 | AccessDenied                                 | DENIED          | DENIED
			400 | AccessDeniedException                        | DENIED          | DENIED
			403 | UnauthorizedOperation                        | DENIED          | DENIED
			403 | AuthorizationErrorException                  | DENIED          | DENIED
			403 | NotAuthorizedException                       | DENIED          | DENIED
			403 | ForbiddenException                           | DENIED          | DENIED
			403 | RegionDisabledException                      | REGION_DISABLED | FAILED
			401 | OptInRequired                                | REGION_DISABLED | FAILED
			403 | UnrecognizedClientException                  | FAILED          | FAILED
			403 | InvalidClientTokenId                         | FAILED          | FAILED
			401 | AuthFailure                                  | FAILED          | FAILED
			403 | SignatureDoesNotMatch                        | FAILED          | FAILED
			403 | SubscriptionRequiredException                | FAILED          | FAILED
			400 | UnsupportedOperation                         | NOT_AVAILABLE   | FAILED
			400 | UnsupportedOperationException                | NOT_AVAILABLE   | FAILED
			400 | UnsupportedAPIEndpointException              | NOT_AVAILABLE   | FAILED
			400 | UnknownOperationException                    | NOT_AVAILABLE   | FAILED
			400 | ValidationException                          | FAILED          | FAILED
			404 | ResourceNotFoundException                    | FAILED          | FAILED
			400 | AccountNotManagementOrDelegatedAdministratorException | FAILED | FAILED
			500 | InternalFailure                              | FAILED          | FAILED
			400 | ThrottlingException                          | THROTTLED       | THROTTLED
			429 | TooManyRequestsException                     | THROTTLED       | THROTTLED
			503 | SlowDown                                     | THROTTLED       | THROTTLED
			""")
	void readsTheStatusFromTheCode(int status, String code, CellStatus inARegion, CellStatus globally) {
		answer(Answer.refusing(status, code, "It is said"));
		assertThat(read(this.regional).status()).isEqualTo(inARegion);
		assertThat(read(this.global).status()).isEqualTo(globally);
		CellFailure failure = failure(this.regional);
		assertThat(failure.errorCode()).isEqualTo(code);
		assertThat(failure.operation()).isEqualTo("config:DescribeConfigRules");
		assertThat(failure.message()).contains("It is said");
		assertThat(failure.requestId()).isEqualTo("request-of-" + code);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			with an explicit deny in a service control policy                                   | SCP
			because no service control policy allows the config:DescribeConfigRules action      | SCP
			with an explicit deny in a resource control policy: arn:aws:organizations::1:policy | RCP
			because no resource control policy allows it                                        | RCP
			because no session policy allows the config:DescribeConfigRules action              | SESSION
			with an explicit deny in a session policy                                           | SESSION
			because no identity-based policy allows the config:DescribeConfigRules action       | IDENTITY
			with an explicit deny in an identity-based policy                                   | IDENTITY
			because no permissions boundary allows the config:DescribeConfigRules action        | IDENTITY
			with an explicit deny in a permissions boundary                                     | IDENTITY
			with an explicit deny in a resource-based policy                                    | UNKNOWN
			because no VPC endpoint policy allows it                                            | UNKNOWN
			on resource: *                                                                      | UNKNOWN
			""")
	void readsFromTheWordsWhichPolicyDenied(String words, DeniedBy deniedBy) {
		answer(Answer.refusing(403, "AccessDeniedException", WHO + words));
		assertThat(failure(this.regional).deniedBy()).isEqualTo(deniedBy);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			User: arn:aws:sts::9:x is not authorized to perform: sts:AssumeRole on resource: y         | TRUST
			Access denied                                                                              | TRUST
			with an explicit deny in a service control policy                                          | SCP
			because no identity-based policy allows the sts:AssumeRole action                          | IDENTITY
			because no session policy allows the sts:AssumeRole action                                 | SESSION
			because no resource-based policy allows the sts:AssumeRole action                          | UNKNOWN
			""")
	void readsFromTheWordsWhyARoleWasNotAssumed(String words, DeniedBy deniedBy) {
		this.aws.on("sts:AssumeRole", Answer.refusing(403, "AccessDenied", words));
		CellFailure failure = failure(this.regional);
		assertThat(failure.status()).isEqualTo(CellStatus.DENIED);
		assertThat(failure.operation()).isEqualTo("sts:AssumeRole");
		assertThat(failure.deniedBy()).isEqualTo(deniedBy);
		assertThat(failure.requestId()).isEqualTo("request-of-AccessDenied");
	}

	@ParameterizedTest
	@CsvSource({ "RegionDisabledException", "OptInRequired", "UnsupportedOperation" })
	void takesNoRefusalOfStsForTheStateOfACellsRegion(String code) {
		this.aws.on("sts:AssumeRole", Answer.refusing(403, code, "STS is not activated in this region"));
		assertThat(read(this.regional).status()).isEqualTo(CellStatus.FAILED);
		assertThat(failure(this.regional).errorCode()).isEqualTo(code);
	}

	@ParameterizedTest
	@MethodSource("failures")
	void namesTheExceptionWhereAwsDidNotAnswer(RuntimeException thrown, CellStatus status, String code) {
		answer(Answer.failing(thrown));
		CellFailure failure = failure(this.regional);
		assertThat(failure.status()).isEqualTo(status);
		assertThat(failure.errorCode()).isEqualTo(code);
		assertThat(failure.requestId()).isNull();
	}

	static Stream<Arguments> failures() {
		return Stream.of(
				failure(ApiCallAttemptTimeoutException.create(10_000), CellStatus.TIMED_OUT,
						"ApiCallAttemptTimeoutException"),
				failure(ApiCallTimeoutException.create(30_000), CellStatus.TIMED_OUT, "ApiCallTimeoutException"),
				failure(FakeAws.broken(new SocketTimeoutException("Read timed out")), CellStatus.TIMED_OUT,
						"SocketTimeoutException"),
				failure(FakeAws.broken(new UnknownHostException("config.mx-central-1.amazonaws.com")),
						CellStatus.FAILED, "UnknownHostException"),
				failure(FakeAws.broken(new IOException("Connection reset")), CellStatus.FAILED, "IOException"),
				failure(SdkClientException.create("Unable to unmarshall"), CellStatus.FAILED, "SdkClientException"),
				failure(new IllegalArgumentException("No such row"), CellStatus.FAILED, "IllegalArgumentException"));
	}

	@Test
	void saysTheHttpStatusWhereTheAnswerHasNoCode() {
		answer(Answer.refusing(500, null, "<html>Service Unavailable</html>"));
		assertThat(failure(this.regional).errorCode()).isEqualTo("HTTP 500");
		assertThat(failure(this.regional).status()).isEqualTo(CellStatus.FAILED);
	}

	@Test
	void cutsAMessageAfterAThousandCharacters() {
		CellFailure failure = new CellFailure(CellStatus.FAILED, null, "code", "x".repeat(1001), null, null);
		assertThat(failure.message()).isEqualTo("x".repeat(1000) + "...");
	}

	@Test
	void countsTheCallsOfAThrottledCell() {
		answer(Answer.refusing(400, "ThrottlingException", "Rate exceeded"));
		CellResult result = read(this.regional);
		assertThat(result.calls()).isGreaterThan(10);
		assertThat(result.retries()).isEqualTo(result.calls() - 1);
		assertThat(result.requestId()).isEqualTo("request-of-ThrottlingException");
	}

	private static Arguments failure(RuntimeException thrown, CellStatus status, String code) {
		return Arguments.of(thrown, status, code);
	}

	private void answer(Answer answer) {
		this.aws.on("config:DescribeConfigRules", answer);
		this.aws.on("iam:GetAccountSummary", answer);
	}

	private CellResult read(Source source) {
		return this.cells.read(source);
	}

	private CellFailure failure(Source source) {
		CellFailure failure = read(source).failure();
		assertThat(failure).isNotNull();
		return Objects.requireNonNull(failure);
	}

	private record OneCall(String name, Scope scope) implements Source {

		@Override
		public SourceDefinition definition() {
			return SourceDefinition.organizational(this.name, this.scope, ConfigClient.class).build();
		}

		@Override
		public Source.Answer collect(CellScope cell) {
			if (this.scope.isRegional()) {
				cell.client(ConfigClient.class).describeConfigRules();
			}
			else {
				cell.client(IamClient.class).getAccountSummary();
			}
			return Source.Answer.READ;
		}

	}

}
