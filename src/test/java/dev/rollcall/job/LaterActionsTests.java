package dev.rollcall.job;

import java.util.List;

import dev.rollcall.collect.AskedIn;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.input.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.IamClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LaterActionsTests {

	private static final List<SourceDefinition> SOURCES = List.of(
			SourceDefinition.global("users", IamClient.class)
				.operations("0.9.0", "iam:ListUsers")
				.operations("0.10.0", "iam:GetUser", "iam:ListRoles")
				.build(),
			SourceDefinition.global("roles", IamClient.class).operations("0.9.0", "iam:ListRoles").build(),
			SourceDefinition.global("tags", IamClient.class)
				.askedIn(AskedIn.READER)
				.operations("0.11.0", "organizations:ListTagsForResource")
				.build());

	@Test
	void areThoseOfLaterVersionsThatNoSourceCalledBefore() {
		LaterActions later = new LaterActions(SOURCES, "0.9.0", "0.11.0");
		assertThat(later.byPolicy()).containsEntry("permissions", List.of("iam:GetUser"))
			.containsEntry("reader", List.of("organizations:ListTagsForResource"));
	}

	@Test
	void areNoneWhereANewOperationIsPermittedByAnActionOfBefore() {
		List<SourceDefinition> sources = List.of(SourceDefinition.global("findings", IamClient.class)
			.operations("0.9.0", "access-analyzer:ListFindings")
			.operations("0.10.0", "access-analyzer:ListFindingsV2")
			.build());
		assertThat(new LaterActions(sources, "0.9.0", "0.10.0").byPolicy()).containsEntry("permissions", List.of());
	}

	@Test
	void areOrderedByTheNumbersOfTheirVersions() {
		assertThat(new LaterActions(SOURCES, "0.10.0", "0.11.0").byPolicy()).containsEntry("permissions", List.of());
	}

	@Test
	void areNoneSinceThisVersion() {
		assertThat(new LaterActions(SOURCES, "0.11.0", "0.11.0").byPolicy().values()).allMatch(List::isEmpty);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0.8.9", "0.11.1", "1", "0.9", "v0.9.0", "0.9.0-SNAPSHOT", "", "0.9.99999999999" })
	void refuseAVersionThatIsNone(String version) {
		assertThatExceptionOfType(BadInputException.class)
			.isThrownBy(() -> new LaterActions(SOURCES, version, "0.11.0"))
			.withMessageContaining("--since: '" + version + "': a version");
	}

}
