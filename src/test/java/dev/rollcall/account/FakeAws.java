package dev.rollcall.account;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

import dev.rollcall.account.AccountSessions.WayIn;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.DefaultAwsResponseMetadata;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/**
 * AWS as a test says it is: answers by account, Region and operation, the account told
 * from the credentials that came with the request. What no test foresaw is an error of
 * the test, not a gap. STS lets everybody in unless told otherwise.
 */
public final class FakeAws implements ClientSource {

	/** The account where Rollcall runs. */
	public static final String OWN = "999999999999";

	/** The Region where Rollcall runs. */
	public static final Region HOME = Region.AP_NORTHEAST_1;

	/** Any account, or any Region. */
	public static final String ANY = "*";

	private static final String ACCESS_KEY = "AKID";

	private final FakeTime time;

	private final List<Rule> rules = new CopyOnWriteArrayList<>();

	private final List<Call> calls = new CopyOnWriteArrayList<>();

	private final AtomicInteger issued = new AtomicInteger();

	private final AtomicInteger answered = new AtomicInteger();

	private Consumer<Call> witness = (call) -> {
	};

	public FakeAws(FakeTime time) {
		this.time = time;
		on("sts:AssumeRole", this::letIn);
		on("sts:GetCallerIdentity",
				(call) -> GetCallerIdentityResponse.builder()
					.account(call.account())
					.arn("arn:aws:sts::" + call.account() + ":assumed-role/runner/task")
					.build());
	}

	/** Answers an operation wherever it is called; what is said later goes first. */
	public FakeAws on(String operation, Answer answer) {
		return on(ANY, ANY, operation, answer);
	}

	public FakeAws on(String account, String region, String operation, Answer answer) {
		this.rules.add(0, new Rule(account, region, operation, answer));
		return this;
	}

	/** Tells somebody of every call before it is answered. */
	public FakeAws witnessed(Consumer<Call> told) {
		this.witness = told;
		return this;
	}

	public FakeTime time() {
		return this.time;
	}

	/** Every call, in order. */
	public List<Call> calls() {
		return List.copyOf(this.calls);
	}

	public List<Call> calls(String operation) {
		return this.calls.stream().filter((call) -> call.operation().equals(operation)).toList();
	}

	/** The environment of calls whose time is the fake's. */
	public CallEnvironment environment(int slots) {
		Lateness lateness = new Lateness(this.time);
		return new CallEnvironment(this, new Slots(slots, lateness), Deadlines.DEFAULT, this.time, this.time, lateness,
				Deadlines.DEFAULT.night().toNanos(), new LongAdder());
	}

	/**
	 * Sessions opened with our own credentials, a role {@code rollcall} in each account.
	 */
	public AccountSessions sessions(CallEnvironment environment) {
		return sessions(environment, new OnePolicy());
	}

	AccountSessions sessions(CallEnvironment environment, Narrowing narrowing) {
		WayIn way = new WayIn("rollcall", "external", "rollcall-run", narrowing);
		return AccountSessions.open(
				StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY + OWN, "secret")), HOME, way,
				environment, this.time);
	}

	@Override
	public <C extends SdkClient> C client(Class<C> type, Region region) {
		InvocationHandler handler = (proxy, method, arguments) -> {
			if (arguments != null && arguments.length == 1 && arguments[0] instanceof AwsRequest request
					&& AwsResponse.class.isAssignableFrom(method.getReturnType())) {
				return answer(call((SdkClient) proxy, region, method, request));
			}
			if (method.getName().equals("serviceName")) {
				return serviceName(type);
			}
			throw new AssertionError(method + " was called on a client that all accounts share");
		};
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, handler));
	}

	private Call call(SdkClient client, Region region, Method method, AwsRequest request) {
		String operation = OperationName.of(client, method);
		String accessKey = accessKey(request, operation);
		return new Call(accessKey.substring(ACCESS_KEY.length(), ACCESS_KEY.length() + 12), region.id(), operation,
				request, accessKey);
	}

	/** What is answered to a call, which counts for nothing. */
	public AwsResponse answerOf(Call call) {
		return this.rules.stream()
			.filter((rule) -> rule.matches(call))
			.findFirst()
			.orElseThrow(() -> new AssertionError("No test foresaw " + call.operation() + " in " + call.account() + " "
					+ call.region() + ": " + call.request()))
			.answer()
			.to(call);
	}

	private AwsResponse answer(Call call) {
		this.witness.accept(call);
		this.calls.add(call);
		AwsResponse response = answerOf(call);
		AwsResponse.Builder builder = (AwsResponse.Builder) response.toBuilder();
		nameEmptyLists(response, builder);
		return builder
			.responseMetadata(DefaultAwsResponseMetadata
				.create(Map.of("AWS_REQUEST_ID", "request-" + this.answered.incrementAndGet())))
			.build();
	}

	/** AWS names its lists also where they are empty; a test need not. */
	private static void nameEmptyLists(AwsResponse response, AwsResponse.Builder builder) {
		for (SdkField<?> member : response.sdkFields()) {
			Object value = member.getValueOrDefault(response);
			if (value instanceof SdkAutoConstructList) {
				member.set(builder, List.of());
			}
			else if (value instanceof SdkAutoConstructMap) {
				member.set(builder, Map.of());
			}
		}
	}

	/** What STS answers where it is not told otherwise: credentials for an hour. */
	public AwsResponse letIn(Call call) {
		String role = call.request(AssumeRoleRequest.class).roleArn();
		String account = Arn.parse(role).orElseThrow().account();
		return AssumeRoleResponse.builder()
			.credentials(
					(credentials) -> credentials.accessKeyId(ACCESS_KEY + account + "-" + this.issued.incrementAndGet())
						.secretAccessKey("secret")
						.sessionToken("token")
						.expiration(this.time.instant().plus(Duration.ofHours(1))))
			.build();
	}

	private static String accessKey(AwsRequest request, String operation) {
		return request.overrideConfiguration()
			.flatMap(AwsRequestOverrideConfiguration::credentialsIdentityProvider)
			.orElseThrow(() -> new AssertionError(operation + " came without credentials"))
			.resolveIdentity()
			.join()
			.accessKeyId();
	}

	private static String serviceName(Class<?> type) {
		try {
			return String.valueOf(type.getField("SERVICE_NAME").get(null));
		}
		catch (ReflectiveOperationException ex) {
			throw new AssertionError(type + " is not a client of the SDK", ex);
		}
	}

	/** What a service answered that refused. */
	public static AwsServiceException refusal(int status, @Nullable String code, String message) {
		return AwsServiceException.builder()
			.statusCode(status)
			.message(message)
			.requestId("request-of-" + code)
			.awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage(message).build())
			.build();
	}

	/** How the SDK shows that a connection broke. */
	public static SdkClientException broken(IOException cause) {
		return SdkClientException.create("Unable to execute HTTP request: " + cause.getMessage(), cause);
	}

	/**
	 * A call as AWS saw it.
	 *
	 * @param account whose credentials signed it
	 */
	public record Call(String account, String region, String operation, AwsRequest request, String accessKey) {

		public <R extends AwsRequest> R request(Class<R> type) {
			return type.cast(this.request);
		}

	}

	/** What is answered to a call: a response, or what the SDK would throw. */
	@FunctionalInterface
	public interface Answer {

		AwsResponse to(Call call);

		static Answer of(AwsResponse response) {
			return (call) -> response;
		}

		static Answer failing(RuntimeException failure) {
			return (call) -> {
				throw failure;
			};
		}

		static Answer refusing(int status, @Nullable String code, String message) {
			return failing(refusal(status, code, message));
		}

		/** One answer after the other; a call behind the last is an error. */
		static Answer inTurn(Answer... answers) {
			Queue<Answer> left = new ArrayDeque<>(List.of(answers));
			return (call) -> {
				Answer next = left.poll();
				if (next == null) {
					throw new AssertionError(call.operation() + " was called more than " + answers.length + " times");
				}
				return next.to(call);
			};
		}

		/** The same answer so many times. */
		static List<Answer> times(int count, Answer answer) {
			List<Answer> answers = new ArrayList<>();
			for (int i = 0; i < count; i++) {
				answers.add(answer);
			}
			return answers;
		}

	}

	private record Rule(String account, String region, String operation, Answer answer) {

		boolean matches(Call call) {
			return this.operation.equals(call.operation())
					&& (this.account.equals(ANY) || this.account.equals(call.account()))
					&& (this.region.equals(ANY) || this.region.equals(call.region()));
		}

	}

}
