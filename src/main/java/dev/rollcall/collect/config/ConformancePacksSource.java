package dev.rollcall.collect.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.rollcall.account.Pages;
import dev.rollcall.account.UnexpectedAnswerException;
import dev.rollcall.collect.CellScope;
import dev.rollcall.collect.Source;
import dev.rollcall.collect.SourceDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.config.model.ConformancePackComplianceType;
import software.amazon.awssdk.services.config.model.ConformancePackDetail;
import software.amazon.awssdk.services.config.model.ConformancePackRuleCompliance;
import software.amazon.awssdk.services.config.model.ConformancePackStatusDetail;
import software.amazon.awssdk.services.config.model.DescribeConformancePackComplianceResponse;
import software.amazon.awssdk.services.config.model.DescribeConformancePackStatusResponse;
import software.amazon.awssdk.services.config.model.DescribeConformancePacksResponse;
import software.amazon.awssdk.services.config.model.NoSuchConformancePackException;

/** Reads the conformance packs of a Region, and which of their rules are broken. */
@Component
class ConformancePacksSource implements Source {

	/** The largest page of packs that Config allows. */
	private static final int PAGE = 20;

	/** The largest page of a pack's rules. */
	private static final int RULES_PAGE = 1000;

	@Override
	public SourceDefinition definition() {
		return SourceDefinition.regional("config-conformance-packs", ConfigClient.class)
			.operations("0.3.0", "config:DescribeConformancePacks", "config:DescribeConformancePackStatus",
					"config:DescribeConformancePackCompliance")
			.evidence(ConformancePack.class)
			.whenEmpty("READ")
			.build();
	}

	@Override
	public Answer collect(CellScope cell) {
		ConfigClient client = cell.client(ConfigClient.class);
		List<ConformancePackDetail> packs = new ArrayList<>();
		Pages.each((token) -> client.describeConformancePacks((request) -> request.limit(PAGE).nextToken(token)),
				DescribeConformancePacksResponse::nextToken, (page) -> {
					packs.addAll(page.conformancePackDetails());
					cell.holds(packs.size());
				});
		if (!packs.isEmpty()) {
			Map<String, ConformancePackStatusDetail> statuses = statuses(client);
			cell.parts(packs, ConformancePackDetail::conformancePackName, NoSuchConformancePackException.class,
					(pack, part) -> part.emit(pack(pack, statuses.get(pack.conformancePackName()),
							rules(part, pack.conformancePackName()))));
		}
		return Answer.READ;
	}

	private static Map<String, ConformancePackStatusDetail> statuses(ConfigClient client) {
		Map<String, ConformancePackStatusDetail> statuses = new HashMap<>();
		Pages.each((token) -> client.describeConformancePackStatus((request) -> request.limit(PAGE).nextToken(token)),
				DescribeConformancePackStatusResponse::nextToken, (page) -> page.conformancePackStatusDetails()
					.forEach((status) -> statuses.put(status.conformancePackName(), status)));
		return statuses;
	}

	private static List<ConformancePackRuleCompliance> rules(CellScope cell, String pack) {
		ConfigClient client = cell.client(ConfigClient.class);
		List<ConformancePackRuleCompliance> rules = new ArrayList<>();
		Pages.each(
				(token) -> client.describeConformancePackCompliance(
						(request) -> request.conformancePackName(pack).limit(RULES_PAGE).nextToken(token)),
				DescribeConformancePackComplianceResponse::nextToken, (page) -> rules.addAll(rules(page, pack)));
		return rules;
	}

	/** The answer names the pack, and may have lost its rules all the same. */
	private static List<ConformancePackRuleCompliance> rules(DescribeConformancePackComplianceResponse page,
			String pack) {
		if (!page.hasConformancePackRuleComplianceList()) {
			throw new UnexpectedAnswerException(
					"config:DescribeConformancePackCompliance does not say which rules " + pack + " has");
		}
		return page.conformancePackRuleComplianceList();
	}

	private static ConformancePack pack(ConformancePackDetail pack, @Nullable ConformancePackStatusDetail status,
			List<ConformancePackRuleCompliance> rules) {
		return new ConformancePack(pack.conformancePackName(), pack.conformancePackArn(), pack.createdBy(),
				(status != null) ? status.conformancePackStateAsString() : null,
				(status != null) ? status.conformancePackStatusReason() : null, names(rules.stream()),
				names(rules.stream()
					.filter((rule) -> rule.complianceType() == ConformancePackComplianceType.NON_COMPLIANT)),
				(status != null) ? status.lastUpdateCompletedTime() : null);
	}

	private static List<String> names(Stream<ConformancePackRuleCompliance> rules) {
		return rules.map(ConformancePackRuleCompliance::configRuleName).sorted().distinct().toList();
	}

}
