package dev.rollcall.collect.ec2;

import java.util.List;

import dev.rollcall.account.UnexpectedAnswerException;
import dev.rollcall.collect.CellScope;
import dev.rollcall.collect.Source;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.collect.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AllowedImagesSettingsDisabledState;
import software.amazon.awssdk.services.ec2.model.AllowedImagesSettingsEnabledState;
import software.amazon.awssdk.services.ec2.model.GetAllowedImagesSettingsResponse;
import software.amazon.awssdk.services.ec2.model.GetSerialConsoleAccessStatusResponse;
import software.amazon.awssdk.services.ec2.model.InternetGatewayBlockMode;
import software.amazon.awssdk.services.ec2.model.ManagedBy;
import software.amazon.awssdk.services.ec2.model.VpcBlockPublicAccessExclusionsAllowed;
import software.amazon.awssdk.services.ec2.model.VpcBlockPublicAccessOptions;

/**
 * Reads the further defaults of a Region: the serial console, whether VPCs reach the
 * internet, and which images may be launched. Those that a control judges are sources of
 * their own, since each can be denied alone.
 */
@Component
class Ec2DefaultsSource implements Source {

	private static final String CONSOLE = "ec2:GetSerialConsoleAccessStatus";

	private static final String VPC = "ec2:DescribeVpcBlockPublicAccessOptions";

	private static final String IMAGES = "ec2:GetAllowedImagesSettings";

	/** The model has a list of words for each side of the switch. */
	private static final List<String> IMAGE_STATES = List.of(AllowedImagesSettingsEnabledState.ENABLED.toString(),
			AllowedImagesSettingsEnabledState.AUDIT_MODE.toString(),
			AllowedImagesSettingsDisabledState.DISABLED.toString());

	@Override
	public SourceDefinition definition() {
		return SourceDefinition.regional("ec2-defaults", Ec2Client.class)
			.operations("0.5.0", CONSOLE, VPC, IMAGES)
			.evidence(AccountDefault.class)
			.whenEmpty("FAILED")
			.build();
	}

	@Override
	public Answer collect(CellScope cell) {
		Ec2Client client = cell.client(Ec2Client.class);
		console(cell, client);
		vpc(cell, client);
		images(cell, client);
		return Answer.READ;
	}

	private static void console(CellScope cell, Ec2Client client) {
		GetSerialConsoleAccessStatusResponse answer = client.getSerialConsoleAccessStatus((request) -> {
		});
		Boolean enabled = answer.serialConsoleAccessEnabled();
		if (enabled == null) {
			throw new UnexpectedAnswerException(CONSOLE + " does not say whether the serial console is open");
		}
		emit(cell, "SERIAL_CONSOLE", enabled ? "ENABLED" : "DISABLED", CONSOLE, answer.managedByAsString());
	}

	private static void vpc(CellScope cell, Ec2Client client) {
		VpcBlockPublicAccessOptions options = client.describeVpcBlockPublicAccessOptions((request) -> {
		}).vpcBlockPublicAccessOptions();
		if (options == null) {
			throw new UnexpectedAnswerException(VPC + " answered no options");
		}
		emit(cell, "VPC_PUBLIC_ACCESS", Vocabulary.required(VPC + ": InternetGatewayBlockMode",
				InternetGatewayBlockMode.class, options.internetGatewayBlockModeAsString()), VPC,
				options.managedByAsString());
		String exclusions = Vocabulary.known(VPC + ": ExclusionsAllowed", VpcBlockPublicAccessExclusionsAllowed.class,
				options.exclusionsAllowedAsString());
		if (exclusions != null) {
			emit(cell, "VPC_PUBLIC_ACCESS_EXCLUSIONS", exclusions, VPC, options.managedByAsString());
		}
	}

	private static void images(CellScope cell, Ec2Client client) {
		GetAllowedImagesSettingsResponse answer = client.getAllowedImagesSettings((request) -> {
		});
		String state = Vocabulary.required(IMAGES + ": State", IMAGE_STATES, answer.state());
		emit(cell, "ALLOWED_IMAGES", state, IMAGES, answer.managedByAsString());
	}

	private static void emit(CellScope cell, String name, String state, String operation, @Nullable String managedBy) {
		cell.emit(AccountDefault.of(name, state,
				Vocabulary.known(operation + ": ManagedBy", ManagedBy.class, managedBy)));
	}

}
