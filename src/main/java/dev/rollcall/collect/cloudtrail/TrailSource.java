package dev.rollcall.collect.cloudtrail;

import dev.rollcall.collect.CellScope;
import dev.rollcall.collect.Source;
import dev.rollcall.collect.SourceDefinition;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;

/**
 * Reads the account's own trails that are at home in a Region. Shadows are asked not to
 * be shown, and left out should they show all the same.
 */
@Component
class TrailSource implements Source {

	static final String NAME = "cloudtrail";

	@Override
	public SourceDefinition definition() {
		return SourceDefinition.regional(NAME, CloudTrailClient.class)
			.operations("0.1.0", "cloudtrail:DescribeTrails", "cloudtrail:GetTrailStatus",
					"cloudtrail:GetEventSelectors")
			.evidence(Trail.class)
			.whenEmpty("READ")
			.build();
	}

	@Override
	public Answer collect(CellScope cell) {
		cell.client(CloudTrailClient.class)
			.describeTrails((request) -> request.includeShadowTrails(false))
			.trailList()
			.stream()
			.filter((trail) -> trail.homeRegion().equals(cell.region().id()))
			.filter((trail) -> TrailReader.owner(trail).equals(cell.account().id().value()))
			.forEach((trail) -> TrailReader.readIfThere(cell, trail).ifPresent(cell::emit));
		return Answer.READ;
	}

}
