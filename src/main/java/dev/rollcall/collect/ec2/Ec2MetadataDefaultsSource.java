package dev.rollcall.collect.ec2;

import dev.rollcall.account.UnexpectedAnswerException;
import dev.rollcall.collect.CellScope;
import dev.rollcall.collect.Source;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.collect.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.HttpTokensState;
import software.amazon.awssdk.services.ec2.model.InstanceMetadataDefaultsResponse;
import software.amazon.awssdk.services.ec2.model.InstanceMetadataEndpointState;
import software.amazon.awssdk.services.ec2.model.InstanceMetadataTagsState;
import software.amazon.awssdk.services.ec2.model.ManagedBy;

/**
 * Reads how new instances offer their metadata where a launch does not say. An account
 * that has set none of it has no preference.
 */
@Component
class Ec2MetadataDefaultsSource implements Source {

	private static final String OPERATION = "ec2:GetInstanceMetadataDefaults";

	private static final String NO_PREFERENCE = "NO_PREFERENCE";

	@Override
	public SourceDefinition definition() {
		return SourceDefinition.regional("ec2-metadata-defaults", Ec2Client.class)
			.operations("0.5.0", OPERATION)
			.evidence(AccountDefault.class)
			.whenEmpty("FAILED")
			.build();
	}

	@Override
	public Answer collect(CellScope cell) {
		InstanceMetadataDefaultsResponse defaults = cell.client(Ec2Client.class)
			.getInstanceMetadataDefaults((request) -> {
			})
			.accountLevel();
		if (defaults == null) {
			throw new UnexpectedAnswerException(
					OPERATION + " answered no AccountLevel, which is there even where empty");
		}
		String managedBy = Vocabulary.known(OPERATION + ": ManagedBy", ManagedBy.class, defaults.managedByAsString());
		emit(cell, "IMDS_HTTP_TOKENS", known("HttpTokens", HttpTokensState.class, defaults.httpTokensAsString()),
				managedBy);
		emit(cell, "IMDS_HTTP_ENDPOINT",
				known("HttpEndpoint", InstanceMetadataEndpointState.class, defaults.httpEndpointAsString()), managedBy);
		emit(cell, "IMDS_TAGS",
				known("InstanceMetadataTags", InstanceMetadataTagsState.class, defaults.instanceMetadataTagsAsString()),
				managedBy);
		Integer hops = defaults.httpPutResponseHopLimit();
		emit(cell, "IMDS_HOP_LIMIT", (hops != null && hops > 0) ? String.valueOf(hops) : null, managedBy);
		return Answer.READ;
	}

	private static <E extends Enum<E>> @Nullable String known(String member, Class<E> words, @Nullable String word) {
		return Vocabulary.known(OPERATION + ": " + member, words, word);
	}

	private static void emit(CellScope cell, String name, @Nullable String state, @Nullable String managedBy) {
		cell.emit(AccountDefault.of(name, (state != null) ? state : NO_PREFERENCE, managedBy));
	}

}
