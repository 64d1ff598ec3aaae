package dev.rollcall.doctor;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

import dev.rollcall.account.ClientSource;
import dev.rollcall.account.OperationName;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.regions.Region;

/**
 * Clients that remember which operations were called, and what was refused: a source may
 * make something of a refusal, and its cell then does not name it.
 */
final class RecordedCalls implements ClientSource {

	private static final int FORBIDDEN = 403;

	private final Set<String> operations = new ConcurrentSkipListSet<>();

	private final Set<String> answered = new ConcurrentSkipListSet<>();

	private final Map<String, String> refusals = new ConcurrentHashMap<>();

	private final ClientSource clients;

	RecordedCalls(ClientSource clients) {
		this.clients = clients;
	}

	@Override
	public <C extends SdkClient> C client(Class<C> type, Region region) {
		C client = this.clients.client(type, region);
		InvocationHandler handler = (proxy, method, arguments) -> {
			String operation = method.getName();
			if (arguments != null && arguments.length == 1 && arguments[0] instanceof AwsRequest) {
				operation = OperationName.of(client, method);
				this.operations.add(operation);
			}
			try {
				Object answer = method.invoke(client, arguments);
				this.answered.add(operation);
				return answer;
			}
			catch (InvocationTargetException ex) {
				if (ex.getCause() instanceof AwsServiceException refusal && refusal.statusCode() == FORBIDDEN) {
					this.refusals.putIfAbsent(operation, String.valueOf(refusal.getMessage()));
				}
				throw ex.getCause();
			}
		};
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, handler));
	}

	/** The operations called so far, as {@code service:Operation}. */
	Set<String> operations() {
		return new TreeSet<>(this.operations);
	}

	/** The operations that nobody answered, and how the first of them was refused. */
	Map<String, String> refusals() {
		Map<String, String> refused = new TreeMap<>(this.refusals);
		refused.keySet().removeAll(this.answered);
		return refused;
	}

}
