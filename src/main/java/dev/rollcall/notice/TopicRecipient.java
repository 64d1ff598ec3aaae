package dev.rollcall.notice;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.rollcall.account.Arn;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/**
 * An SNS topic. Whoever subscribes by mail gets the text; queues, functions and endpoints
 * get the members, and attributes to filter by.
 */
final class TopicRecipient implements Recipient {

	private final SnsClient sns;

	private final Arn topic;

	TopicRecipient(SnsClient sns, Arn topic) {
		this.sns = sns;
		this.topic = topic;
	}

	@Override
	public String name() {
		return "notice.sns-topic " + this.topic;
	}

	@Override
	public void tell(Notice notice) {
		PublishRequest.Builder request = PublishRequest.builder()
			.topicArn(this.topic.toString())
			.subject(notice.subject())
			.messageStructure("json")
			.message(message(notice))
			.messageAttributes(Map.of("exit_code", attribute("Number", notice.exitCode()), "published",
					attribute("String", notice.published())));
		if (isOrdered()) {
			request.messageGroupId("rollcall").messageDeduplicationId(notice.id());
		}
		this.sns.publish(request.build());
	}

	/** The text by protocol; a topic that keeps order has no subscribers by mail. */
	private String message(Notice notice) {
		Map<String, String> texts = new LinkedHashMap<>();
		texts.put("default", notice.json());
		if (!isOrdered()) {
			texts.put("email", notice.text());
		}
		return Notice.write(texts);
	}

	private boolean isOrdered() {
		return this.topic.resource().endsWith(".fifo");
	}

	private static MessageAttributeValue attribute(String type, Object value) {
		return MessageAttributeValue.builder().dataType(type).stringValue(String.valueOf(value)).build();
	}

}
