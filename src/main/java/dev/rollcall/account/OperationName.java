package dev.rollcall.account;

import java.lang.reflect.Method;
import java.util.Locale;

import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.services.s3control.S3ControlClient;

/** What calls are called in coverage, counts and policies. */
public final class OperationName {

	private OperationName() {
	}

	/**
	 * The operation as the IAM action that allows it is written, {@code service:Name}. S3
	 * Control signs as S3 and has operations of the same names: it is {@code s3control}.
	 */
	public static String of(SdkClient client, Method method) {
		String service = (client instanceof S3ControlClient) ? "s3control" : client.serviceName();
		String name = method.getName();
		return service + ":" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
	}

}
