package dev.rollcall.simulator.service.ec2;

import java.util.List;

import dev.rollcall.simulator.service.FewestCalls;
import dev.rollcall.simulator.service.Rate;
import dev.rollcall.simulator.service.Service;
import dev.rollcall.simulator.wire.Caller;
import dev.rollcall.simulator.wire.Ec2QueryProtocol;
import dev.rollcall.simulator.wire.ErrorAnswer;
import dev.rollcall.simulator.wire.Operation;
import dev.rollcall.simulator.wire.Operation.Ask;
import dev.rollcall.simulator.wire.Operation.Reply;
import dev.rollcall.simulator.wire.Protocol;
import dev.rollcall.simulator.world.Member;
import dev.rollcall.simulator.world.World;
import software.amazon.awssdk.services.ec2.model.DescribeVpcBlockPublicAccessOptionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcBlockPublicAccessOptionsResponse;
import software.amazon.awssdk.services.ec2.model.GetAllowedImagesSettingsRequest;
import software.amazon.awssdk.services.ec2.model.GetAllowedImagesSettingsResponse;
import software.amazon.awssdk.services.ec2.model.GetEbsEncryptionByDefaultRequest;
import software.amazon.awssdk.services.ec2.model.GetEbsEncryptionByDefaultResponse;
import software.amazon.awssdk.services.ec2.model.GetImageBlockPublicAccessStateRequest;
import software.amazon.awssdk.services.ec2.model.GetImageBlockPublicAccessStateResponse;
import software.amazon.awssdk.services.ec2.model.GetInstanceMetadataDefaultsRequest;
import software.amazon.awssdk.services.ec2.model.GetInstanceMetadataDefaultsResponse;
import software.amazon.awssdk.services.ec2.model.GetSerialConsoleAccessStatusRequest;
import software.amazon.awssdk.services.ec2.model.GetSerialConsoleAccessStatusResponse;
import software.amazon.awssdk.services.ec2.model.GetSnapshotBlockPublicAccessStateRequest;
import software.amazon.awssdk.services.ec2.model.GetSnapshotBlockPublicAccessStateResponse;
import software.amazon.awssdk.services.ec2.model.InstanceMetadataDefaultsResponse;

/** Amazon EC2: what a Region does where nobody says otherwise. */
final class Ec2Service implements Service {

	private static final Protocol PROTOCOL = new Ec2QueryProtocol();

	private final World world;

	private final List<Operation<?>> operations;

	Ec2Service(World world) {
		this.world = world;
		this.operations = List.of(
				Operation.named("GetInstanceMetadataDefaults", GetInstanceMetadataDefaultsRequest::builder,
						this::metadata),
				Operation.named("GetImageBlockPublicAccessState", GetImageBlockPublicAccessStateRequest::builder,
						this::images),
				Operation.named("GetSnapshotBlockPublicAccessState", GetSnapshotBlockPublicAccessStateRequest::builder,
						this::snapshots),
				Operation.named("GetEbsEncryptionByDefault", GetEbsEncryptionByDefaultRequest::builder,
						this::encryption),
				Operation.named("GetSerialConsoleAccessStatus", GetSerialConsoleAccessStatusRequest::builder,
						this::console),
				Operation.named("DescribeVpcBlockPublicAccessOptions",
						DescribeVpcBlockPublicAccessOptionsRequest::builder, this::internet),
				Operation.named("GetAllowedImagesSettings", GetAllowedImagesSettingsRequest::builder,
						this::allowedImages));
	}

	@Override
	public String name() {
		return "ec2";
	}

	@Override
	public Reach reach() {
		return Reach.REGION;
	}

	@Override
	public Protocol protocol() {
		return PROTOCOL;
	}

	@Override
	public List<Operation<?>> operations() {
		return this.operations;
	}

	@Override
	public ErrorAnswer tooOften() {
		return new ErrorAnswer(503, "RequestLimitExceeded", "Request limit exceeded.");
	}

	@Override
	public Rate assumedQuota() {
		return new Rate(20, 100);
	}

	/** Each kind of default is asked about beside the others. */
	@Override
	public String chain(String operation) {
		return switch (operation) {
			case "GetSerialConsoleAccessStatus", "DescribeVpcBlockPublicAccessOptions", "GetAllowedImagesSettings" ->
				name();
			default -> operation;
		};
	}

	@Override
	public void regionCalls(Member member, String region, FewestCalls calls) {
		this.operations
			.forEach((operation) -> calls.add(member.position(), region, name() + ":" + operation.name(), 1));
	}

	private RegionDefaults here(Caller caller) {
		return this.world.of(caller.member(), caller.region(), RegionDefaults.FACET);
	}

	private static String managedBy(RegionDefaults here) {
		return here.governed() ? "declarative-policy" : "account";
	}

	private Reply metadata(Ask<GetInstanceMetadataDefaultsRequest> ask) {
		RegionDefaults here = here(ask.caller());
		return Reply.of(GetInstanceMetadataDefaultsResponse.builder()
			.accountLevel(InstanceMetadataDefaultsResponse.builder()
				.httpTokens(here.tokens())
				.httpPutResponseHopLimit(here.hops())
				.managedBy(managedBy(here))
				.build())
			.build());
	}

	private Reply images(Ask<GetImageBlockPublicAccessStateRequest> ask) {
		RegionDefaults here = here(ask.caller());
		return Reply.of(GetImageBlockPublicAccessStateResponse.builder()
			.imageBlockPublicAccessState(here.images())
			.managedBy(managedBy(here))
			.build());
	}

	private Reply snapshots(Ask<GetSnapshotBlockPublicAccessStateRequest> ask) {
		RegionDefaults here = here(ask.caller());
		return Reply.of(GetSnapshotBlockPublicAccessStateResponse.builder()
			.state(here.snapshots())
			.managedBy(managedBy(here))
			.build());
	}

	private Reply encryption(Ask<GetEbsEncryptionByDefaultRequest> ask) {
		boolean encrypted = here(ask.caller()).encrypted();
		return Reply.of(GetEbsEncryptionByDefaultResponse.builder()
			.ebsEncryptionByDefault(encrypted)
			.sseType(encrypted ? "sse-ebs" : "none")
			.build());
	}

	private Reply console(Ask<GetSerialConsoleAccessStatusRequest> ask) {
		RegionDefaults here = here(ask.caller());
		return Reply.of(GetSerialConsoleAccessStatusResponse.builder()
			.serialConsoleAccessEnabled(here.console())
			.managedBy(managedBy(here))
			.build());
	}

	private Reply internet(Ask<DescribeVpcBlockPublicAccessOptionsRequest> ask) {
		Caller caller = ask.caller();
		RegionDefaults here = here(caller);
		return Reply.of(DescribeVpcBlockPublicAccessOptionsResponse.builder()
			.vpcBlockPublicAccessOptions((options) -> options.awsAccountId(caller.member().id())
				.awsRegion(caller.region())
				.state("default-state")
				.internetGatewayBlockMode(here.internet())
				.exclusionsAllowed(here.governed() ? "not-allowed" : "allowed")
				.managedBy(managedBy(here)))
			.build());
	}

	private Reply allowedImages(Ask<GetAllowedImagesSettingsRequest> ask) {
		RegionDefaults here = here(ask.caller());
		return Reply.of(GetAllowedImagesSettingsResponse.builder()
			.state(here.allowedImages())
			.imageCriteria(List.of())
			.managedBy(managedBy(here))
			.build());
	}

}
