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
		ManagementEvents managementEvents = ManagementEvents.of(selectors.eventSelectors(),
				selectors.advancedEventSelectors());
		return new dev.rollcall.collect.cloudtrail.Trail(trail.trailARN(), trail.name(),
				Boolean.TRUE.equals(trail.isMultiRegionTrail()), Boolean.TRUE.equals(trail.isOrganizationTrail()),
				status.isLogging(), trail.logFileValidationEnabled(), trail.kmsKeyId(), trail.s3BucketName(),
				managementEvents, recordsDataEvents(selectors), trail.cloudWatchLogsLogGroupArn(),
				orNull(status.latestDeliveryError()), status.latestDeliveryTime());
	}

	private static boolean recordsDataEvents(GetEventSelectorsResponse selectors) {
		return selectors.eventSelectors().stream().anyMatch((selector) -> !selector.dataResources().isEmpty())
				|| selectors.advancedEventSelectors()
					.stream()
					.flatMap((selector) -> selector.fieldSelectors().stream())
					.anyMatch((field) -> field.field().equals("eventCategory") && field.equalsValue().contains("Data"));
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
