package dev.rollcall.collect.iam;

import dev.rollcall.account.Pages;
import dev.rollcall.account.UnexpectedAnswerException;
import dev.rollcall.collect.CellScope;
import dev.rollcall.collect.Source;
import dev.rollcall.collect.SourceDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AssignmentStatusType;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesResponse;
import software.amazon.awssdk.services.iam.model.VirtualMFADevice;

/** Reads the virtual MFA devices in use, the root user's among them. */
@Component
class IamRootMfaDevicesSource implements Source {

	/** The largest page that IAM allows. */
	private static final int PAGE = 1000;

	@Override
	public SourceDefinition definition() {
		return SourceDefinition.global("iam-root-mfa-devices", IamClient.class)
			.operations("0.1.0", "iam:ListVirtualMFADevices")
			.evidence(VirtualMfaDevice.class)
			.whenEmpty("READ")
			.build();
	}

	@Override
	public Answer collect(CellScope cell) {
		IamClient client = cell.client(IamClient.class);
		Pages.each((marker) -> client.listVirtualMFADevices(
				(request) -> request.assignmentStatus(AssignmentStatusType.ASSIGNED).maxItems(PAGE).marker(marker)),
				IamRootMfaDevicesSource::next, (ListVirtualMfaDevicesResponse page) -> page.virtualMFADevices()
					.forEach((device) -> cell.emit(device(device))));
		return Answer.READ;
	}

	/** The marker of the next page; null on the last. */
	private static @Nullable String next(ListVirtualMfaDevicesResponse page) {
		String marker = page.marker();
		if (Boolean.TRUE.equals(page.isTruncated()) && (marker == null || marker.isEmpty())) {
			throw new UnexpectedAnswerException(
					"The list of virtual MFA devices is cut off, and nothing says where it goes on");
		}
		return Boolean.FALSE.equals(page.isTruncated()) ? null : marker;
	}

	private static VirtualMfaDevice device(VirtualMFADevice device) {
		String user = (device.user() != null) ? device.user().arn() : null;
		boolean root = String.valueOf(user).endsWith(":root")
				|| String.valueOf(device.serialNumber()).endsWith(":mfa/root-account-mfa-device");
		return new VirtualMfaDevice(device.serialNumber(), user, root, device.enableDate());
	}

}
