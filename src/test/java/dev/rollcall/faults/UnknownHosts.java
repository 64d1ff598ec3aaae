package dev.rollcall.faults;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import dev.rollcall.account.ClientSource;
import dev.rollcall.account.OperationName;
import dev.rollcall.simulator.world.World;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.organizations.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

/** Clients some of whose calls find no address for the service's name. */
final class UnknownHosts implements ClientSource {

	private final ClientSource clients;

	private final List<Injection> injections;

	UnknownHosts(ClientSource clients, List<Injection> injections) {
		this.clients = clients;
		this.injections = injections.stream()
			.filter((injection) -> injection.problem().equals(Problem.UNKNOWN_HOST))
			.toList();
	}

	@Override
	public <C extends SdkClient> C client(Class<C> type, Region region) {
		C client = this.clients.client(type, region);
		if (this.injections.isEmpty()) {
			return client;
		}
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
				(proxy, method, arguments) -> call(client, region, method, arguments)));
	}

	private Object call(SdkClient client, Region region, Method method, Object[] arguments) throws Throwable {
		if (arguments != null && arguments.length == 1 && arguments[0] instanceof AwsRequest request) {
			String operation = OperationName.of(client, method);
			String account = account(request);
			if (this.injections.stream().anyMatch((one) -> one.meets(account, region.id(), operation))) {
				String host = client.serviceName() + "." + region + ".amazonaws.invalid";
				throw SdkClientException.create("Unable to execute HTTP request: " + host,
						new UnknownHostException(host));
			}
		}
		try {
			return method.invoke(client, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getCause();
		}
	}

	/**
	 * The account that a call is about; the simulator's session tokens say whose they
	 * are.
	 */
	private static String account(AwsRequest request) {
		if (request instanceof AssumeRoleRequest assume) {
			return assume.roleArn().split(":")[4];
		}
		if (request instanceof ListTagsForResourceRequest tags) {
			return tags.resourceId();
		}
		AwsCredentialsIdentity identity = request.overrideConfiguration()
			.flatMap(AwsRequestOverrideConfiguration::credentialsIdentityProvider)
			.orElseThrow(() -> new AssertionError("A call came without credentials"))
			.resolveIdentity()
			.join();
		if (!(identity instanceof AwsSessionCredentials session)) {
			return World.id(World.AUDIT);
		}
		String said = session.sessionToken().substring(0, session.sessionToken().indexOf('.'));
		String position = new String(Base64.getUrlDecoder().decode(said), StandardCharsets.UTF_8).split("\\|")[0];
		return World.id(Integer.parseInt(position));
	}

}
