package dev.rollcall.collect;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FixturesTests {

	@Test
	void everySourceThatShipsHasOne() {
		for (SourceDefinition source : Cells.shipped().definitions()) {
			assertThat(Fixtures.of(source)).isNotNull();
		}
	}

	@Test
	void namesTheFileToAddWhereThereIsNone() {
		Source source = new GivenSource(SourceDefinition.global("iam-roles", IamClient.class).build(),
				(cell) -> Source.Answer.READ);
		assertThatThrownBy(() -> Fixtures.of(source)).isInstanceOf(AssertionError.class)
			.hasMessage("The source iam-roles has no fixture: add "
					+ "src/test/java/dev/rollcall/collect/GivenFixture.java, a SourceFixture");
	}

}
