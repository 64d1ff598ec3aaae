package dev.rollcall.collect.config;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rollcall.collect.CellScope;
import dev.rollcall.collect.Source;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.collect.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.config.model.ConfigExportDeliveryInfo;
import software.amazon.awssdk.services.config.model.ConfigStreamDeliveryInfo;
import software.amazon.awssdk.services.config.model.DeliveryChannel;
import software.amazon.awssdk.services.config.model.DeliveryChannelStatus;
import software.amazon.awssdk.services.config.model.DeliveryStatus;
import software.amazon.awssdk.services.config.model.NoSuchDeliveryChannelException;

/** Reads the delivery channels of a Region, and how their last deliveries went. */
@Component
class ConfigDeliverySource implements Source {

	private static final String FAILURE = "FAILURE";

	@Override
	public SourceDefinition definition() {
		return SourceDefinition.regional("config-delivery", ConfigClient.class)
			.operations("0.1.0", "config:DescribeDeliveryChannels", "config:DescribeDeliveryChannelStatus")
			.evidence(ConfigDelivery.class)
			.whenEmpty("NOT_ENABLED")
			.build();
	}

	@Override
	public Answer collect(CellScope cell) {
		ConfigClient client = cell.client(ConfigClient.class);
		List<DeliveryChannel> listed = channels(client);
		if (listed.isEmpty()) {
			return Answer.NOT_ENABLED;
		}
		Map<String, DeliveryChannelStatus> statuses = statuses(client);
		StillListed.of(listed, DeliveryChannel::name, statuses.keySet(), () -> channels(client))
			.forEach((channel) -> cell.emit(delivery(channel, statuses.get(channel.name()))));
		return cell.notEnabledWhenEmpty();
	}

	private static List<DeliveryChannel> channels(ConfigClient client) {
		try {
			return client.describeDeliveryChannels().deliveryChannels();
		}
		catch (NoSuchDeliveryChannelException ex) {
			return List.of();
		}
	}

	/** One channel that is gone leaves the status of the others unknown. */
	private static Map<String, DeliveryChannelStatus> statuses(ConfigClient client) {
		try {
			return client.describeDeliveryChannelStatus()
				.deliveryChannelsStatus()
				.stream()
				.collect(Collectors.toMap(DeliveryChannelStatus::name, Function.identity(), (one, other) -> one));
		}
		catch (NoSuchDeliveryChannelException ex) {
			return Map.of();
		}
	}

	private static ConfigDelivery delivery(DeliveryChannel channel, @Nullable DeliveryChannelStatus status) {
		Delivery history = Delivery.of((status != null) ? status.configHistoryDeliveryInfo() : null);
		Delivery snapshot = Delivery.of((status != null) ? status.configSnapshotDeliveryInfo() : null);
		Delivery stream = Delivery.of((status != null) ? status.configStreamDeliveryInfo() : null);
		List<Delivery> deliveries = List.of(history, snapshot, stream);
		List<Delivery> failed = deliveries.stream().filter(Delivery::hasFailed).toList();
		return new ConfigDelivery(channel.name(), channel.s3BucketName(), channel.snsTopicARN(),
				(status != null) ? worst(deliveries) : null,
				failed.stream().map(Delivery::errorCode).filter(Objects::nonNull).findFirst().orElse(null),
				latest(deliveries.stream().map(Delivery::succeededAt)), latest(failed.stream().map(Delivery::triedAt)),
				history.status(), snapshot.status(), stream.status());
	}

	private static String worst(List<Delivery> deliveries) {
		return Stream.of(FAILURE, "SUCCESS")
			.filter((word) -> deliveries.stream().anyMatch((delivery) -> word.equals(delivery.status())))
			.findFirst()
			.orElse("NOT_APPLICABLE");
	}

	private static @Nullable Instant latest(Stream<@Nullable Instant> instants) {
		return instants.filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
	}

	/** How the last delivery of a kind went; all null where there was none. */
	private record Delivery(@Nullable String status, @Nullable String errorCode, @Nullable Instant triedAt,
			@Nullable Instant succeededAt) {

		private static final Delivery NONE = new Delivery(null, null, null, null);

		static Delivery of(@Nullable ConfigExportDeliveryInfo info) {
			return (info != null) ? new Delivery(known(info.lastStatusAsString()), info.lastErrorCode(),
					info.lastAttemptTime(), info.lastSuccessfulTime()) : NONE;
		}

		static Delivery of(@Nullable ConfigStreamDeliveryInfo info) {
			return (info != null) ? new Delivery(known(info.lastStatusAsString()), info.lastErrorCode(),
					info.lastStatusChangeTime(), null) : NONE;
		}

		boolean hasFailed() {
			return FAILURE.equals(this.status);
		}

		/** Beside a success, a word that nobody knows would read as one. */
		private static @Nullable String known(@Nullable String word) {
			String known = Vocabulary.known("config:DescribeDeliveryChannelStatus: lastStatus", DeliveryStatus.class,
					word);
			return (known != null) ? known.toUpperCase(Locale.ROOT) : null;
		}

	}

}
