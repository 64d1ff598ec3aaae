package dev.rollcall.configuration;

import java.net.URI;
import java.util.Optional;

import dev.rollcall.account.Arn;

/**
 * Who is told over the network that a night has ended.
 *
 * @param topic the SNS topic that gets a notice
 * @param eventBus the name or ARN of the EventBridge event bus that gets one
 * @param collector where the night's metrics are pushed by OTLP over HTTP; empty for
 * where the environment says
 */
public record Audience(Optional<Arn> topic, Optional<String> eventBus, Optional<URI> collector) {

	/** Nobody, unless the environment names a collector. */
	public static final Audience NONE = new Audience(Optional.empty(), Optional.empty(), Optional.empty());

}
