package dev.rollcall.simulator.service.s3control;

import java.util.List;
import java.util.Map;

import dev.rollcall.simulator.service.FewestCalls;
import dev.rollcall.simulator.service.Rate;
import dev.rollcall.simulator.service.Service;
import dev.rollcall.simulator.wire.ErrorAnswer;
import dev.rollcall.simulator.wire.HttpCall;
import dev.rollcall.simulator.wire.Operation;
import dev.rollcall.simulator.wire.Operation.Ask;
import dev.rollcall.simulator.wire.Operation.Reply;
import dev.rollcall.simulator.wire.Protocol;
import dev.rollcall.simulator.wire.RestXmlProtocol;
import dev.rollcall.simulator.world.Member;
import dev.rollcall.simulator.world.World;
import software.amazon.awssdk.services.s3control.model.GetPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3control.model.GetPublicAccessBlockResponse;

/** Amazon S3 Control, which signs as S3: what S3 blocks for an account. */
final class S3ControlService implements Service {

	private static final Protocol PROTOCOL = new RestXmlProtocol("http://awss3control.amazonaws.com/doc/2018-08-20/",
			Map.of("GetPublicAccessBlock", "PublicAccessBlockConfiguration"))
		.withErrorsWrapped();

	private final World world;

	private final List<Operation<?>> operations;

	S3ControlService(World world) {
		this.world = world;
		this.operations = List.of(Operation
			.<GetPublicAccessBlockRequest>routed("GetPublicAccessBlock",
					"GET /v20180820/configuration/publicAccessBlock", GetPublicAccessBlockRequest::builder, this::block)
			.permittedBy("GetAccountPublicAccessBlock"));
	}

	@Override
	public String name() {
		return "s3control";
	}

	@Override
	public String signedAs() {
		return "s3";
	}

	@Override
	public boolean takes(HttpCall call) {
		return call.header("x-amz-account-id").isPresent();
	}

	@Override
	public Reach reach() {
		return Reach.GLOBAL;
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
		return new ErrorAnswer(503, "SlowDown", "Please reduce your request rate.");
	}

	@Override
	public Rate assumedQuota() {
		return new Rate(10, 20);
	}

	@Override
	public void accountCalls(Member member, FewestCalls calls) {
		calls.add(member.position(), World.GLOBAL, "s3control:GetPublicAccessBlock", 1);
	}

	private Reply block(Ask<GetPublicAccessBlockRequest> ask) {
		Member member = ask.caller().member();
		if (!member.id().equals(ask.request().accountId())) {
			throw new ErrorAnswer(403, "AccessDenied", "Access Denied");
		}
		AccountBlock block = this.world.of(member, AccountBlock.FACET);
		if (block == AccountBlock.NEVER_SET) {
			throw new ErrorAnswer(404, "NoSuchPublicAccessBlockConfiguration",
					"The public access block configuration was not found");
		}
		return Reply.of(GetPublicAccessBlockResponse.builder()
			.publicAccessBlockConfiguration((configuration) -> configuration.blockPublicAcls(block.blockAcls())
				.ignorePublicAcls(block.ignoreAcls())
				.blockPublicPolicy(block.blockPolicy())
				.restrictPublicBuckets(block.restrictBuckets()))
			.build());
	}

}
