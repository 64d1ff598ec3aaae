package dev.rollcall.notice;

import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/** An EventBridge event bus, which takes an event or says in its answer why not. */
final class EventBusRecipient implements Recipient {

	private static final String SOURCE = "rollcall";

	private static final String DETAIL_TYPE = "Rollcall Night Ended";

	private final EventBridgeClient events;

	private final String bus;

	/**
	 * Creates a recipient.
	 * @param bus its name or ARN
	 */
	EventBusRecipient(EventBridgeClient events, String bus) {
		this.events = events;
		this.bus = bus;
	}

	@Override
	public String name() {
		return "notice.event-bus " + this.bus;
	}

	@Override
	public void tell(Notice notice) throws RefusedException {
		PutEventsResponse answer = this.events
			.putEvents((request) -> request.entries((entry) -> entry.eventBusName(this.bus)
				.source(SOURCE)
				.detailType(DETAIL_TYPE)
				.time(notice.at())
				.detail(notice.json())));
		for (PutEventsResultEntry entry : answer.entries()) {
			if (entry.errorCode() != null) {
				throw new RefusedException(entry.errorCode() + ": " + entry.errorMessage());
			}
		}
	}

}
