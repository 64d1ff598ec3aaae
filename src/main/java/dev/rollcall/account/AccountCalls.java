package dev.rollcall.account;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CancellationException;

import dev.rollcall.account.CallGivenUpException.Reason;
import dev.rollcall.account.CallLimiter.Turn;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.regions.Region;

/**
 * The calls of one cell. Its clients look like the SDK's own and each of their operations
 * is signed for the account, waits for its turn without holding a slot, is repeated where
 * that helps, and is written into the log. Used by one thread.
 */
public final class AccountCalls {

	private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

	private final CallLog log = new CallLog();

	private final Allowance allowance = new Allowance();

	private final RetryBudget retries = new RetryBudget();

	private final Credentials credentials;

	private final CallLimiter limiter;

	private final CallEnvironment environment;

	/** When the cell is given up unless another page arrives, in our own time. */
	private long givenUpAt;

	/** When the last attempt began. */
	private long sentAt;

	AccountCalls(Credentials credentials, CallLimiter limiter, CallEnvironment environment) {
		this.credentials = credentials;
		this.limiter = limiter;
		this.environment = environment;
		this.givenUpAt = now() + environment.deadlines().cell().toNanos();
	}

	public CallLog log() {
		return this.log;
	}

	/** Says that the answers so far gave another row: there may be more of them. */
	public void foundRow() {
		this.allowance.found();
	}

	/**
	 * Counts what others called for the cell meanwhile: the time that they took is no
	 * silence.
	 */
	public void include(CallLog others) {
		this.log.include(others);
		this.givenUpAt = now() + this.environment.deadlines().cell().toNanos();
	}

	/**
	 * A client of a service in a Region whose calls are made inside this account.
	 * @param type the SDK's client interface
	 */
	public <C extends SdkClient> C client(Class<C> type, Region region) {
		C shared = this.environment.clients().client(type, region);
		InvocationHandler handler = (proxy, method, arguments) -> {
			if (arguments != null && arguments.length == 1 && arguments[0] instanceof AwsRequest request
					&& !method.getName().endsWith("Paginator")) {
				return call(shared, region, method, request);
			}
			return method.isDefault() ? InvocationHandler.invokeDefault(proxy, method, arguments)
					: invoke(shared, method, arguments);
		};
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, handler));
	}

	/**
	 * Waits for something that AWS prepares, without holding a slot.
	 * @throws CallGivenUpException when the cell's time would end meanwhile
	 */
	public void await(Duration duration) {
		park(duration, Reason.TIMED_OUT, null);
	}

	private AwsResponse call(SdkClient client, Region region, Method method, AwsRequest request) throws Throwable {
		String operation = OperationName.of(client, method);
		AwsCredentials current = entered();
		this.log.begins(operation);
		awaitFirstTurn(region, operation);
		Attempts attempts = new Attempts(operation, this.retries, now());
		while (true) {
			try {
				AwsResponse response = send(client, method, signed(request, current), attempts);
				this.log.answered(response.responseMetadata().requestId());
				this.allowance.requireUnbroken();
				Answers.requireAny(operation, response, this.allowance.beginning());
				this.limiter.answered(region.id(), operation);
				this.environment.slots().answered();
				this.retries.answered();
				this.givenUpAt = now() + this.environment.deadlines().cell().toNanos();
				return response;
			}
			catch (RuntimeException ex) {
				this.log.failed(requestId(ex));
				this.allowance.requireUnbroken();
				current = awaitNextAttempt(region, operation, current, attempts, ex);
				this.log.retries();
			}
		}
	}

	/** Waiting for the account's door is no silence of what we ask behind it. */
	private AwsCredentials entered() {
		long asked = now();
		AwsCredentials current = this.credentials.current();
		long waited = now() - asked;
		this.givenUpAt += waited;
		this.log.waits(waited);
		return current;
	}

	/**
	 * Waits until a failed call may be made again.
	 * @return the credentials to make it with
	 * @throws RuntimeException the failure itself, where another call would not help
	 */
	private AwsCredentials awaitNextAttempt(Region region, String operation, AwsCredentials current, Attempts attempts,
			RuntimeException failure) {
		switch (Refusal.of(failure)) {
			case TOO_OFTEN -> {
				this.limiter.refused(region.id(), operation);
				this.environment.throttles().increment();
				awaitTurn(region, operation, attempts, failure);
				return current;
			}
			case EXPIRED -> {
				if (!attempts.renewsFirstTime()) {
					throw failure;
				}
				this.credentials.expired(current);
				return this.credentials.current();
			}
			case TRANSIENT -> {
				if (!attempts.allowAnother(now() - this.environment.deadlines().call().toNanos(),
						isOfOurMaking(failure))) {
					throw failure;
				}
				park(attempts.backoff(), Reason.TIMED_OUT, failure);
				return current;
			}
			case FINAL -> throw failure;
		}
		throw failure;
	}

	/** A timeout that came before AWS had the time of an attempt, by our own clock. */
	private boolean isOfOurMaking(RuntimeException failure) {
		return Refusal.isTimeout(failure) && now() - this.sentAt < this.environment.deadlines().attempt().toNanos();
	}

	/** Waiting for a first turn in our own bucket is no silence of AWS. */
	private void awaitFirstTurn(Region region, String operation) {
		requireTime(Duration.ZERO, Reason.TIMED_OUT, null);
		Turn turn = this.limiter.turn(region.id(), operation);
		for (Duration wait = turn.remaining(); !wait.isZero(); wait = turn.remaining()) {
			Duration part = part(wait);
			this.givenUpAt += part.toNanos();
			park(part, Reason.TIMED_OUT, null);
		}
	}

	/**
	 * Waiting for another turn after a refusal is; what will come too late is given up.
	 */
	private void awaitTurn(Region region, String operation, Attempts attempts, RuntimeException failure) {
		Turn turn = this.limiter.turn(region.id(), operation);
		for (Duration wait = turn.remaining(); !wait.isZero(); wait = turn.remaining()) {
			requireTime(wait, Reason.THROTTLED, failure);
			Duration part = part(wait);
			attempts.waited(part);
			park(part, Reason.THROTTLED, failure);
		}
	}

	/** The line may move faster than it did: looked at again before long. */
	private static Duration part(Duration wait) {
		return (wait.compareTo(LOOK_AGAIN) < 0) ? wait : LOOK_AGAIN;
	}

	private AwsResponse send(SdkClient client, Method method, AwsRequest request, Attempts attempts) throws Throwable {
		acquireSlot(attempts);
		try {
			this.log.sends();
			this.sentAt = now();
			this.allowance.begins("");
			return (AwsResponse) Objects.requireNonNull(invoke(client, method, new Object[] { request }),
					"an operation of the SDK answers");
		}
		finally {
			this.environment.slots().release();
		}
	}

	/** Waiting for a slot of ours is no silence of AWS either. */
	private void acquireSlot(Attempts attempts) {
		long asked = now();
		try {
			this.environment.slots().acquire();
			long waited = now() - asked;
			this.givenUpAt += waited;
			this.log.waits(waited);
			attempts.waited(Duration.ofNanos(waited));
		}
		catch (InterruptedException ex) {
			throw stopped(ex);
		}
	}

	private void park(Duration duration, Reason reason, @Nullable RuntimeException failure) {
		requireTime(duration, reason, failure);
		if (duration.isZero()) {
			return;
		}
		try {
			this.environment.parking().park(duration);
			this.log.waits(duration.toNanos());
		}
		catch (InterruptedException ex) {
			throw stopped(ex);
		}
	}

	private void requireTime(Duration duration, Reason reason, @Nullable RuntimeException failure) {
		boolean nightEnds = this.environment.nanoTime().getAsLong() + duration.toNanos() > this.environment.nightEnds();
		if (nightEnds || now() + duration.toNanos() > this.givenUpAt) {
			throw new CallGivenUpException(reason, givenUp(reason, failure), failure);
		}
	}

	private String givenUp(Reason reason, @Nullable RuntimeException failure) {
		String what = this.log.lastOperation()
				+ ((reason == Reason.THROTTLED) ? " was refused as too frequent" : " was not answered");
		return what + " until its time was over" + ((failure != null) ? ": " + failure.getMessage() : "");
	}

	private static CancellationException stopped(InterruptedException ex) {
		Thread.currentThread().interrupt();
		CancellationException stopped = new CancellationException("The night is being stopped");
		stopped.initCause(ex);
		return stopped;
	}

	private AwsRequest signed(AwsRequest request, AwsCredentials credentials) {
		AwsRequestOverrideConfiguration.Builder configuration = request.overrideConfiguration()
			.map(AwsRequestOverrideConfiguration::toBuilder)
			.orElseGet(AwsRequestOverrideConfiguration::builder);
		configuration.credentialsProvider(StaticCredentialsProvider.create(credentials))
			.putExecutionAttribute(AnswerGuard.ALLOWANCE, this.allowance);
		return request.toBuilder().overrideConfiguration(configuration.build()).build();
	}

	private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
			throws Throwable {
		try {
			return method.invoke(target, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getCause();
		}
	}

	/** An answer that we refuse has the id that it came with. */
	private @Nullable String requestId(RuntimeException failure) {
		if (failure instanceof UnexpectedAnswerException) {
			return this.log.lastRequestId();
		}
		return (failure instanceof AwsServiceException answer) ? answer.requestId() : null;
	}

	/** Our own time: none passes while this program has no processor. */
	private long now() {
		return this.environment.nanoTime().getAsLong() - this.environment.lateness().lost();
	}

}
