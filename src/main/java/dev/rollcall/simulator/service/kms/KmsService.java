package dev.rollcall.simulator.service.kms;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import dev.rollcall.simulator.service.FewestCalls;
import dev.rollcall.simulator.service.Service;
import dev.rollcall.simulator.service.cloudtrail.Trails;
import dev.rollcall.simulator.wire.Caller;
import dev.rollcall.simulator.wire.ErrorAnswer;
import dev.rollcall.simulator.wire.JsonProtocol;
import dev.rollcall.simulator.wire.Operation;
import dev.rollcall.simulator.wire.Operation.Ask;
import dev.rollcall.simulator.wire.Operation.Reply;
import dev.rollcall.simulator.wire.Protocol;
import dev.rollcall.simulator.world.Member;
import dev.rollcall.simulator.world.World;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kms.model.DescribeKeyRequest;
import software.amazon.awssdk.services.kms.model.DescribeKeyResponse;
import software.amazon.awssdk.services.kms.model.GetKeyRotationStatusRequest;
import software.amazon.awssdk.services.kms.model.GetKeyRotationStatusResponse;
import software.amazon.awssdk.services.kms.model.KeyState;

/** AWS KMS with the keys that the organization's trails name. */
final class KmsService implements Service {

	private static final Protocol PROTOCOL = new JsonProtocol();

	private static final int YEAR_DAYS = 365;

	private final World world;

	private final List<Operation<?>> operations;

	KmsService(World world) {
		this.world = world;
		this.operations = List.of(Operation.named("DescribeKey", DescribeKeyRequest::builder, this::key),
				Operation.named("GetKeyRotationStatus", GetKeyRotationStatusRequest::builder, this::rotation));
	}

	@Override
	public String name() {
		return "kms";
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
	public void thingCalls(FewestCalls calls) {
		this.world.members(0).filter(Member::isActive).flatMap(this::named).distinct().forEach((arn) -> {
			String region = arn.split(":")[3];
			this.world.member(arn.split(":")[4]).ifPresent((owner) -> {
				calls.add(owner.position(), region, "kms:DescribeKey", 1);
				calls.add(owner.position(), region, "kms:GetKeyRotationStatus", state(owner).canRotate() ? 1 : 0);
			});
		});
	}

	/** The keys that an account's trails name. */
	private Stream<String> named(Member member) {
		return this.world.of(member, Trails.FACET)
			.all()
			.stream()
			.map((trail) -> trail.delivery().key())
			.filter(Objects::nonNull);
	}

	private TrailKeyState state(Member owner) {
		return this.world.of(owner, TrailKeyState.FACET);
	}

	private Reply key(Ask<DescribeKeyRequest> ask) {
		Caller caller = ask.caller();
		String arn = there(caller, ask.request().keyId());
		TrailKeyState state = state(caller.member());
		return Reply.of(DescribeKeyResponse.builder()
			.keyMetadata((key) -> key.awsAccountId(caller.member().id())
				.keyId(arn.substring(arn.indexOf('/') + 1))
				.arn(arn)
				.creationDate(this.world.past().once(caller.member().position(), "trail key"))
				.enabled(state.state() == KeyState.ENABLED)
				.keyState(state.state())
				.deletionDate((state.state() == KeyState.PENDING_DELETION)
						? this.world.past().lastly().plus(Duration.ofDays(20)) : null)
				.keyUsage("ENCRYPT_DECRYPT")
				.keyManager("CUSTOMER")
				.origin(state.origin())
				.keySpec("SYMMETRIC_DEFAULT")
				.multiRegion(false))
			.build());
	}

	private Reply rotation(Ask<GetKeyRotationStatusRequest> ask) {
		Caller caller = ask.caller();
		String arn = there(caller, ask.request().keyId());
		TrailKeyState state = state(caller.member());
		if (!state.canRotate()) {
			throw new ErrorAnswer(400, "UnsupportedOperationException",
					arn + " origin is " + state.origin() + " which is not valid for this operation.");
		}
		return Reply.of(GetKeyRotationStatusResponse.builder()
			.keyId(arn)
			.keyRotationEnabled(state.isRotating())
			.rotationPeriodInDays(state.isRotating() ? YEAR_DAYS : null)
			.build());
	}

	/** The ARN of a key of the caller's; one of another account lets nobody in. */
	private String there(Caller caller, @Nullable String id) {
		String arn = String.valueOf(id);
		if (arn.startsWith("arn:") && !arn.split(":")[4].equals(caller.member().id())) {
			throw new ErrorAnswer(400, "AccessDeniedException", "User: " + caller.arn()
					+ " is not authorized to perform this operation because no resource-based policy allows it");
		}
		return this.world.members(0)
			.flatMap(this::named)
			.filter((named) -> named.equals(arn) && named.split(":")[3].equals(caller.region()))
			.filter((named) -> state(caller.member()).isThere())
			.findFirst()
			.orElseThrow(() -> new ErrorAnswer(400, "NotFoundException", "Key '" + arn + "' does not exist"));
	}

}
