package dev.rollcall.simulator.world;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A partition of AWS, which has Regions, accounts and services of its own. */
public enum Partition {

	/** The commercial one. */
	COMMERCIAL("aws", "", true,
			List.of("us-east-1", "ap-northeast-1", "eu-south-1", "us-west-2", "eu-west-1", "ap-southeast-1",
					"eu-central-1", "us-east-2", "ap-northeast-3", "ap-southeast-2", "ap-northeast-2", "ap-south-1",
					"ca-central-1", "eu-north-1", "eu-west-2", "eu-west-3", "sa-east-1", "us-west-1", "af-south-1",
					"ap-east-1", "eu-central-2", "eu-south-2", "me-south-1", "me-central-1", "il-central-1",
					"ca-west-1", "ap-south-2", "ap-southeast-3", "ap-southeast-4")),

	/** China, whose credential reports know no root user. */
	CHINA("aws-cn", "cn-", false, List.of("cn-north-1", "cn-northwest-1")),

	/** GovCloud, whose console takes no root user. */
	GOVCLOUD("aws-us-gov", "us-gov-", false, List.of("us-gov-west-1", "us-gov-east-1")),

	/** The sovereign cloud of Europe. */
	EUROPE("aws-eusc", "eusc-", true, List.of("eusc-de-east-1"));

	private final String id;

	private final String prefix;

	private final boolean rootSignIn;

	private final List<String> regions;

	Partition(String id, String prefix, boolean rootSignIn, List<String> regions) {
		this.id = id;
		this.prefix = prefix;
		this.rootSignIn = rootSignIn;
		this.regions = regions;
	}

	/** The partition of a Region. */
	public static Partition of(String region) {
		return Arrays.stream(values())
			.filter((partition) -> !partition.prefix.isEmpty() && region.startsWith(partition.prefix))
			.findFirst()
			.orElse(COMMERCIAL);
	}

	/** The partition of an id. */
	public static Optional<Partition> named(String id) {
		return Arrays.stream(values()).filter((partition) -> partition.id.equals(id)).findFirst();
	}

	/** All ids. */
	public static List<String> ids() {
		return Arrays.stream(values()).map(Partition::id).toList();
	}

	/** As ARNs write it. */
	public String id() {
		return this.id;
	}

	/**
	 * The ARN of something in this partition.
	 * @param region empty for what has none
	 * @param account empty for what names none
	 */
	public String arn(String service, String region, String account, String resource) {
		return String.join(":", "arn", this.id, service, region, account, resource);
	}

	/** Whether anybody can sign in as the root user. */
	public boolean hasRootSignIn() {
		return this.rootSignIn;
	}

	/**
	 * Its Regions, in the order in which a number of them is meant; of the commercial one
	 * the third is opted in to.
	 */
	public List<String> regions() {
		return this.regions;
	}

}
