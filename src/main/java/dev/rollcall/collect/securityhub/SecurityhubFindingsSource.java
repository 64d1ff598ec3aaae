package dev.rollcall.collect.securityhub;

import java.util.List;
import java.util.function.Function;

import dev.rollcall.collect.AskedIn;
import dev.rollcall.collect.CellScope;
import dev.rollcall.collect.Scope;
import dev.rollcall.collect.Source;
import dev.rollcall.collect.SourceDefinition;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.securityhub.SecurityHubClient;
import software.amazon.awssdk.services.securityhub.model.InvalidAccessException;
import software.amazon.awssdk.services.securityhub.model.ResourceNotFoundException;
import software.amazon.awssdk.services.securityhub.model.SeverityLabel;

/**
 * Counts at the administrator which findings say that something fails, by severity: in
 * the home Region, which has those of all that it takes in; where there is none, in each
 * Region.
 */
@Component
class SecurityhubFindingsSource implements Source {

	private static final List<SeverityLabel> SEVERITIES = List.of(SeverityLabel.CRITICAL, SeverityLabel.HIGH,
			SeverityLabel.MEDIUM, SeverityLabel.LOW);

	@Override
	public SourceDefinition definition() {
		return SourceDefinition.organizational("securityhub-findings", Scope.ORGANIZATION, SecurityHubClient.class)
			.askedIn(AskedIn.NAMED_ADMINISTRATOR)
			.operations("0.5.0", "securityhub:GetFindings")
			.evidence(SecurityhubFindingCount.class, SecurityhubFindingTotal.class)
			.dependsOn(SecurityhubAdministratorsSource.NAME, SecurityhubAggregatorSource.NAME)
			.whenEmpty("NOT_ENABLED")
			.build();
	}

	@Override
	public Answer collect(CellScope cell) {
		cell.parts(regions(cell), Function.identity(), ResourceNotFoundException.class,
				SecurityhubFindingsSource::collect);
		return cell.notEnabledWhenEmpty();
	}

	private static List<String> regions(CellScope cell) {
		List<String> homes = cell.evidence(SecurityhubAggregator.class)
			.stream()
			.map(SecurityhubAggregator::findingAggregationRegion)
			.distinct()
			.toList();
		return homes.isEmpty() ? cell.regionsAsked() : homes;
	}

	/** A Region in which Security Hub is off has no findings. */
	private static void collect(String region, CellScope part) {
		SecurityHubClient client = part.client(SecurityHubClient.class, Region.of(region));
		try {
			SEVERITIES.forEach((severity) -> FailedFindings.read(part, client, region, severity));
		}
		catch (InvalidAccessException ex) {
			if (!Refused.isOff(ex)) {
				throw ex;
			}
		}
	}

}
