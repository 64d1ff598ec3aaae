package dev.rollcall.collect.config;

import java.util.List;

import dev.rollcall.collect.MotoAnswer;
import dev.rollcall.collect.PagedOperation;
import dev.rollcall.collect.SourceFixture;
import software.amazon.awssdk.services.config.model.ConformancePackDetail;
import software.amazon.awssdk.services.config.model.ConformancePackRuleCompliance;
import software.amazon.awssdk.services.config.model.ConformancePackStatusDetail;
import software.amazon.awssdk.services.config.model.DescribeConformancePackComplianceResponse;
import software.amazon.awssdk.services.config.model.DescribeConformancePackStatusResponse;
import software.amazon.awssdk.services.config.model.DescribeConformancePacksResponse;
import tools.jackson.databind.JsonNode;

/** The fixture of {@code config-conformance-packs}. */
class ConformancePacksFixture implements SourceFixture {

	@Override
	public List<PagedOperation> pages() {
		return List.of(
				new PagedOperation("config:DescribeConformancePacks", DescribeConformancePacksResponse::builder,
						"ConformancePackDetails", ConformancePacksFixture::pack),
				new PagedOperation("config:DescribeConformancePackStatus",
						DescribeConformancePackStatusResponse::builder, "ConformancePackStatusDetails",
						(n) -> ConformancePackStatusDetail.builder().conformancePackName("pack-" + n).build()),
				new PagedOperation("config:DescribeConformancePackCompliance",
						DescribeConformancePackComplianceResponse::builder, "ConformancePackRuleComplianceList",
						(n) -> ConformancePackRuleCompliance.builder()
							.configRuleName("rule-" + n)
							.complianceType("COMPLIANT")
							.build()));
	}

	private static Object pack(int n) {
		return ConformancePackDetail.builder()
			.conformancePackName("pack-" + n)
			.conformancePackArn("arn:pack/" + n)
			.build();
	}

	@Override
	public MotoAnswer moto(JsonNode truth) {
		return MotoAnswer.refused("config:DescribeConformancePacks");
	}

}
