package dev.rollcall.collect.cloudtrail;

import java.util.Optional;

import dev.rollcall.account.Arn;
import dev.rollcall.account.UnexpectedAnswerException;
import dev.rollcall.collect.CellScope;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsResponse;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusResponse;
import software.amazon.awssdk.services.cloudtrail.model.Trail;
import software.amazon.awssdk.services.cloudtrail.model.TrailNotFoundException;

/**
 * Reads one described trail to the end: its status and its selectors, by ARN, at home.
 */
final class TrailReader {

	private TrailReader() {
	}

	/** Empty where the trail was deleted since it was described. */
	static Optional<dev.rollcall.collect.cloudtrail.Trail> readIfThere(CellScope cell, Trail trail) {
		try {
			return Optional.of(read(cell, trail));
		}
		catch (TrailNotFoundException ex) {
			return Optional.empty();
		}
	}

	private static dev.rollcall.collect.cloudtrail.Trail read(CellScope cell, Trail trail) {
		boolean ofAllRegions = isOfAllRegions(trail);
		boolean ofOrganization = isOfOrganization(trail);
		CloudTrailClient home = cell.client(CloudTrailClient.class, Region.of(trail.homeRegion()));
		GetTrailStatusResponse status = home.getTrailStatus((request) -> request.name(trail.trailARN()));
		if (status.isLogging() == null) {
			throw new UnexpectedAnswerException(
					"cloudtrail:GetTrailStatus does not say whether " + trail.trailARN() + " is logging");
		}
		GetEventSelectorsResponse selectors = home.getEventSelectors((request) -> request.trailName(trail.trailARN()));
		if (!selectors.hasEventSelectors() && !selectors.hasAdvancedEventSelectors()) {
			throw new UnexpectedAnswerException(
					"cloudtrail:GetEventSelectors does not say what " + trail.trailARN() + " records");
		}
		ManagementSelection management = ManagementSelection.of(selectors.eventSelectors(),
				selectors.advancedEventSelectors());
		DataSelection data = DataSelection.of(selectors.eventSelectors(), selectors.advancedEventSelectors());
		return new dev.rollcall.collect.cloudtrail.Trail(trail.trailARN(), trail.name(), ofAllRegions, ofOrganization,
				status.isLogging(), trail.logFileValidationEnabled(), orNull(trail.kmsKeyId()), trail.s3BucketName(),
				management.events(), data.isAny(), orNull(trail.cloudWatchLogsLogGroupArn()),
				orNull(status.latestDeliveryError()), status.latestDeliveryTime(), trail.includeGlobalServiceEvents(),
				management.reads().written(), management.writes().written(), management.conditions(),
				management.unknown(), data.reads(), data.writes(), data.conditions(), data.unknown(),
				orNull(status.latestCloudWatchLogsDeliveryError()), status.latestCloudWatchLogsDeliveryTime(),
				orNull(status.latestDigestDeliveryError()), status.latestDigestDeliveryTime(), topic(trail),
				orNull(status.latestNotificationError()), status.latestNotificationTime(), status.startLoggingTime(),
				status.stopLoggingTime());
	}

	/** The topic's ARN, or its name where a trail of old times has nothing else. */
	@SuppressWarnings("deprecation")
	private static @Nullable String topic(Trail trail) {
		String arn = orNull(trail.snsTopicARN());
		return (arn == null) ? orNull(trail.snsTopicName()) : arn;
	}

	static boolean isOfAllRegions(Trail trail) {
		return said(trail, "IsMultiRegionTrail", trail.isMultiRegionTrail());
	}

	static boolean isOfOrganization(Trail trail) {
		return said(trail, "IsOrganizationTrail", trail.isOrganizationTrail());
	}

	/** Whom a trail records where that is left out, nobody can tell. */
	private static boolean said(Trail trail, String member, @Nullable Boolean value) {
		if (value == null) {
			throw new UnexpectedAnswerException(
					"cloudtrail:DescribeTrails does not say " + member + " of " + trail.trailARN());
		}
		return value;
	}

	/** The account in a trail's ARN: who owns it. */
	static String owner(Trail trail) {
		return Arn.parse(trail.trailARN())
			.map(Arn::account)
			.orElseThrow(() -> new UnexpectedAnswerException(
					"cloudtrail:DescribeTrails answered '" + trail.trailARN() + "' where a trail's ARN was expected"));
	}

	private static @Nullable String orNull(@Nullable String text) {
		return (text == null || text.isEmpty()) ? null : text;
	}

}
