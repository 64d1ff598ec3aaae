package dev.rollcall.collect.guardduty;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.account.Pages;
import dev.rollcall.collect.CellScope;
import dev.rollcall.collect.Vocabulary;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.guardduty.GuardDutyClient;
import software.amazon.awssdk.services.guardduty.model.DetectorStatus;
import software.amazon.awssdk.services.guardduty.model.FindingPublishingFrequency;
import software.amazon.awssdk.services.guardduty.model.GetDetectorResponse;
import software.amazon.awssdk.services.guardduty.model.ListDetectorsResponse;

/**
 * A detector as its own account describes it.
 *
 * @param id GuardDuty's id of it
 * @param status ENABLED or DISABLED
 * @param publishingFrequency null where it does not say
 */
record Detector(String id, String status, @Nullable String publishingFrequency, FeatureStates states) {

	private static final String GET = "guardduty:GetDetector";

	/** The detectors of the cell's account and Region; there is none or one. */
	static List<Detector> in(CellScope cell) {
		GuardDutyClient client = cell.client(GuardDutyClient.class);
		List<String> ids = new ArrayList<>();
		Pages.each(
				(token) -> client.listDetectors(
						(request) -> request.maxResults(GuarddutyAdministratorsSource.PAGE).nextToken(token)),
				ListDetectorsResponse::nextToken, (page) -> {
					ids.addAll(page.detectorIds());
					cell.holds(ids.size());
				});
		return ids.stream()
			.distinct()
			.map((id) -> of(id, client.getDetector((request) -> request.detectorId(id))))
			.toList();
	}

	private static Detector of(String id, GetDetectorResponse answer) {
		FeatureStates.Builder states = new FeatureStates.Builder(GET);
		answer.features().forEach((feature) -> {
			states.feature(feature.nameAsString(), feature.statusAsString());
			feature.additionalConfiguration()
				.forEach((belonging) -> states.additional(feature.nameAsString(), belonging.nameAsString(),
						belonging.statusAsString()));
		});
		DataSources.read(answer.dataSources(), states);
		return new Detector(id, Vocabulary.required(GET + ": status", DetectorStatus.class, answer.statusAsString()),
				Vocabulary.known(GET + ": findingPublishingFrequency", FindingPublishingFrequency.class,
						answer.findingPublishingFrequencyAsString()),
				states.build());
	}

}
