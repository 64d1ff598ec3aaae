package dev.rollcall.account;

import java.io.InputStream;
import java.util.Optional;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Holds every answer to the allowance of the cell that asked. */
final class AnswerGuard implements ExecutionInterceptor {

	/** What the answer to a request may have. */
	static final ExecutionAttribute<Allowance> ALLOWANCE = new ExecutionAttribute<>("RollcallAllowance");

	@Override
	public Optional<InputStream> modifyHttpResponseContent(Context.ModifyHttpResponse context,
			ExecutionAttributes attributes) {
		Allowance allowance = attributes.getAttribute(ALLOWANCE);
		return (allowance != null) ? context.responseBody().map((body) -> new GuardedAnswer(body, allowance))
				: context.responseBody();
	}

}
