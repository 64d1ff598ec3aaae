package dev.rollcall.faults;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.rollcall.collect.CellStatus;
import dev.rollcall.collect.DeniedBy;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.simulator.Fault.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What the design says of a cell one of whose operations meets a problem: its table of
 * statuses, and what the facts about each service say of the service's own errors.
 *
 * @param clean whether the cell's evidence is that of a clean night
 * @param code what coverage calls the failure; null where the design does not say
 */
record Expected(CellStatus status, boolean clean, @Nullable DeniedBy deniedBy, @Nullable String code) {

	private static final Set<String> THROTTLES = Set.of("TooManyRequestsException", "ThrottlingException");

	private static final Set<String> UNSUPPORTED = Set.of("UnsupportedOperationException",
			"UnsupportedAPIEndpointException");

	/** The service says that what was asked for is off, or is not there at all. */
	private static final Set<String> OFF = Set.of("NoSuchConfigurationRecorderException",
			"NoSuchDeliveryChannelException", "NoSuchConfigurationAggregatorException",
			"ServiceAccessNotEnabledException", "OrganizationNotInAllFeaturesModeException");

	/** What was listed is gone when it is described: it is not there, and the rest is. */
	private static final Map<String, CellStatus> GONE = Map.ofEntries(
			Map.entry("config:GetComplianceDetailsByConfigRule NoSuchConfigRuleException", CellStatus.READ),
			Map.entry("config:DescribeConformancePackCompliance NoSuchConformancePackException", CellStatus.READ),
			Map.entry("cloudtrail:GetTrailStatus TrailNotFoundException", CellStatus.READ),
			Map.entry("cloudtrail:GetEventSelectors TrailNotFoundException", CellStatus.READ),
			Map.entry("config:DescribeConfigurationRecorderStatus NoSuchConfigurationRecorderException",
					CellStatus.READ),
			Map.entry("config:DescribeDeliveryChannelStatus NoSuchDeliveryChannelException", CellStatus.READ),
			Map.entry("access-analyzer:ListFindings ResourceNotFoundException", CellStatus.NOT_ENABLED),
			Map.entry("access-analyzer:ListArchiveRules ResourceNotFoundException", CellStatus.READ),
			Map.entry("organizations:ListDelegatedServicesForAccount AccountNotRegisteredException", CellStatus.READ),
			Map.entry("organizations:ListDelegatedServicesForAccount AccountNotFoundException", CellStatus.READ),
			Map.entry("organizations:ListTagsForResource TargetNotFoundException", CellStatus.ACCOUNT_NOT_ACTIVE),
			Map.entry("account:GetAlternateContact ResourceNotFoundException", CellStatus.READ),
			Map.entry("securityhub:GetConfigurationPolicy ResourceNotFoundException", CellStatus.READ),
			Map.entry("securityhub:GetFindingAggregator ResourceNotFoundException", CellStatus.READ),
			Map.entry("securityhub:DescribeSecurityHubV2 ResourceNotFoundException", CellStatus.NOT_ENABLED),
			Map.entry("kms:DescribeKey NotFoundException", CellStatus.READ),
			Map.entry("kms:GetKeyRotationStatus NotFoundException", CellStatus.READ),
			Map.entry("kms:GetKeyRotationStatus UnsupportedOperationException", CellStatus.READ));

	static Expected of(SourceDefinition source, String operation, Problem problem) {
		return own(source, operation, problem).orElseGet(() -> any(problem));
	}

	/** What any operation may meet. */
	static Expected any(Problem problem) {
		if (problem.equals(Problem.UNKNOWN_HOST)) {
			return failed("UnknownHostException");
		}
		if (problem.is(Kind.ACCESS_DENIED)) {
			return new Expected(CellStatus.DENIED, false, DeniedBy.IDENTITY, null);
		}
		if (problem.is(Kind.SCP_DENY)) {
			return new Expected(CellStatus.DENIED, false, DeniedBy.SCP, null);
		}
		if (problem.times() != null || problem.name().contains("megabyte") || problem.name().startsWith("many")) {
			return new Expected(CellStatus.READ, true, null, null);
		}
		if (problem.is(Kind.THROTTLE) || THROTTLES.contains(String.valueOf(problem.code()))) {
			return new Expected(CellStatus.THROTTLED, false, null, null);
		}
		if (problem.is(Kind.HANG) || problem.is(Kind.DRIP)) {
			return new Expected(CellStatus.TIMED_OUT, false, null, null);
		}
		if ("AccessDeniedException".equals(problem.code())) {
			return new Expected(CellStatus.DENIED, false, DeniedBy.UNKNOWN, null);
		}
		return failed(failureCode(problem));
	}

	private static @Nullable String failureCode(Problem problem) {
		return switch (problem.name()) {
			case "huge" -> "LIMIT_BYTES";
			case "deep" -> "LIMIT_DEPTH";
			case "http-503" -> "ServiceUnavailable";
			case "html-500" -> "HTTP 500";
			case "html-404" -> "HTTP 404";
			default -> problem.code();
		};
	}

	/** What the service's own errors mean where it is not merely that it failed. */
	private static Optional<Expected> own(SourceDefinition source, String operation, Problem problem) {
		String code = String.valueOf(problem.code());
		if (UNSUPPORTED.contains(code) && source.isRegional()) {
			return Optional.of(new Expected(CellStatus.NOT_AVAILABLE, false, null, code));
		}
		if (operation.endsWith(":GenerateCredentialReport") && problem.is(Kind.WRONG_TYPE)) {
			// Whether there is a report is what asking for it shows.
			return Optional.of(new Expected(CellStatus.READ, true, null, null));
		}
		if (OFF.contains(code) && !GONE.containsKey(operation + " " + code)) {
			return Optional.of(new Expected(CellStatus.NOT_ENABLED, false, null, null));
		}
		if (code.startsWith("Report")) {
			return Optional.of(failed(null));
		}
		return Optional.ofNullable(GONE.get(operation + " " + code))
			.map((status) -> new Expected(status, false, null, null));
	}

	private static Expected failed(@Nullable String code) {
		return new Expected(CellStatus.FAILED, false, null, code);
	}

}
