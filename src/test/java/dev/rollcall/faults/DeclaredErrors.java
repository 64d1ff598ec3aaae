package dev.rollcall.faults;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.rollcall.collect.Cells;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.simulator.Fault.Refused;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * The errors that the service's model declares for an operation: the SDK has them as the
 * checked part of the client's methods. Codes and statuses that differ from the
 * exception's name and 400 are the models'.
 */
final class DeclaredErrors {

	private static final Map<String, Class<? extends SdkClient>> CLIENTS = clients();

	private static final Map<String, String> CODES = Map.ofEntries(
			Map.entry("CredentialReportNotPresentException", "ReportNotPresent"),
			Map.entry("CredentialReportExpiredException", "ReportExpired"),
			Map.entry("CredentialReportNotReadyException", "ReportInProgress"),
			Map.entry("ServiceFailureException", "ServiceFailure"),
			Map.entry("LimitExceededException", "LimitExceeded"),
			Map.entry("MalformedPolicyDocumentException", "MalformedPolicyDocument"),
			Map.entry("PackedPolicyTooLargeException", "PackedPolicyTooLarge"),
			Map.entry("AwsOrganizationsNotInUseException", "AWSOrganizationsNotInUseException"),
			Map.entry("UnsupportedApiEndpointException", "UnsupportedAPIEndpointException"),
			Map.entry("KmsInternalException", "KMSInternalException"),
			Map.entry("KmsInvalidStateException", "KMSInvalidStateException"),
			Map.entry("CloudTrailArnInvalidException", "CloudTrailARNInvalidException"),
			Map.entry("NoManagementAccountSlrExistsException", "NoManagementAccountSLRExistsException"));

	private static final Map<String, Integer> STATUSES = Map.ofEntries(Map.entry("ReportNotPresent", 410),
			Map.entry("ReportExpired", 410), Map.entry("ReportInProgress", 404), Map.entry("ServiceFailure", 500),
			Map.entry("LimitExceeded", 409), Map.entry("RegionDisabledException", 403),
			Map.entry("KMSInternalException", 500), Map.entry("ServiceException", 500),
			Map.entry("InternalServerException", 500));

	private static final Map<String, Integer> REST_STATUSES = Map.of("AccessDeniedException", 403,
			"TooManyRequestsException", 429, "ThrottlingException", 429, "ResourceNotFoundException", 404);

	private DeclaredErrors() {
	}

	static List<Refused> of(String operation) {
		String service = service(operation);
		return Arrays.stream(method(service, operation.substring(operation.indexOf(':') + 1)).getExceptionTypes())
			.filter((type) -> type.getSuperclass().getSuperclass() == AwsServiceException.class)
			.map(Class::getSimpleName)
			.map((name) -> CODES.getOrDefault(name, name))
			.map((code) -> new Refused(status(service, code), code, "It is said"))
			.toList();
	}

	/** Those that the sources ask, and STS, which lets them in. */
	private static Map<String, Class<? extends SdkClient>> clients() {
		Map<String, Class<? extends SdkClient>> clients = new HashMap<>(Map.of("sts", StsClient.class));
		for (SourceDefinition source : Cells.shipped().definitions()) {
			source.operations().forEach((operation) -> clients.put(service(operation), source.service()));
		}
		return clients;
	}

	private static String service(String operation) {
		return operation.substring(0, operation.indexOf(':'));
	}

	private static int status(String service, String code) {
		boolean rest = service.equals("account") || service.equals("access-analyzer");
		return STATUSES.getOrDefault(code, rest ? REST_STATUSES.getOrDefault(code, 400) : 400);
	}

	private static Method method(String service, String operation) {
		Class<? extends SdkClient> client = CLIENTS.get(service);
		String name = operation.substring(0, 1).toLowerCase(Locale.ROOT) + operation.substring(1);
		return Arrays.stream((client != null) ? client.getMethods() : new Method[0])
			.filter((method) -> method.getName().equals(name))
			.filter((method) -> method.getParameterCount() == 1
					&& AwsRequest.class.isAssignableFrom(method.getParameterTypes()[0]))
			.findFirst()
			.orElseThrow(() -> new AssertionError("The SDK has no " + service + ":" + operation));
	}

}
