package dev.rollcall.collect.iam;

import java.util.List;

import dev.rollcall.collect.MotoAnswer;
import dev.rollcall.collect.PagedOperation;
import dev.rollcall.collect.SourceFixture;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesResponse;
import software.amazon.awssdk.services.iam.model.VirtualMFADevice;
import tools.jackson.databind.JsonNode;

/** The fixture of {@code iam-root-mfa-devices}. */
class IamRootMfaDevicesFixture implements SourceFixture {

	@Override
	public List<PagedOperation> pages() {
		return List.of(new PagedOperation("iam:ListVirtualMFADevices", ListVirtualMfaDevicesResponse::builder,
				"VirtualMFADevices", (n) -> VirtualMFADevice.builder().serialNumber("arn:mfa/" + n).build()));
	}

	@Override
	public MotoAnswer moto(JsonNode truth) {
		return MotoAnswer.served();
	}

}
