package dev.rollcall.collect.cloudtrail;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedEventSelector;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedFieldSelector;
import software.amazon.awssdk.services.cloudtrail.model.DataResource;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;
import software.amazon.awssdk.services.cloudtrail.model.ReadWriteType;

import static org.assertj.core.api.Assertions.assertThat;

class DataSelectionTests {

	private static final String S3 = "AWS::S3::Object";

	private static final AdvancedFieldSelector DATA = equal("eventCategory", "Data");

	private static final AdvancedFieldSelector OBJECTS = equal("resources.type", S3);

	@ParameterizedTest
	@ValueSource(strings = { "arn:aws:s3", "arn:aws:s3:::", "arn:aws-cn:s3:::" })
	void recordsAllResourcesOfAType(String all) {
		assertThat(basic(ReadWriteType.ALL, S3, "arn:aws:s3:::one/", all))
			.isEqualTo(new DataSelection(List.of(S3), List.of(S3), List.of(), List.of()));
	}

	@Test
	void recordsReadsOrWritesAlone() {
		assertThat(basic(ReadWriteType.READ_ONLY, S3, "arn:aws:s3"))
			.isEqualTo(new DataSelection(List.of(S3), List.of(), List.of(), List.of()));
		assertThat(advanced(DATA, OBJECTS, equal("readOnly", "false")))
			.isEqualTo(new DataSelection(List.of(), List.of(S3), List.of(), List.of()));
	}

	@Test
	void doesNotTakeOneResourceForAll() {
		assertThat(basic(ReadWriteType.ALL, S3, "arn:aws:s3:::one/"))
			.isEqualTo(new DataSelection(List.of(), List.of(), List.of(S3 + " of arn:aws:s3:::one/"), List.of()));
		assertThat(basic(ReadWriteType.ALL, "AWS::Lambda::Function", "arn:aws:lambda:eu-west-1:1:function:one").reads())
			.isEmpty();
	}

	@Test
	void recordsNothingOfAnEmptyList() {
		DataSelection nothing = basic(ReadWriteType.ALL, S3);
		assertThat(nothing).isEqualTo(new DataSelection(List.of(), List.of(), List.of(), List.of()));
		assertThat(nothing.isAny()).isFalse();
	}

	@Test
	void recordsAllResourcesOfAnAdvancedSelectorsTypes() {
		assertThat(advanced(DATA, field("resources.type").equalsValue(S3, "AWS::DynamoDB::Table").build()).writes())
			.containsExactly(S3, "AWS::DynamoDB::Table");
		assertThat(advanced(DATA, OBJECTS, field("resources.ARN").startsWith("arn:aws:s3:::").build()).reads())
			.containsExactly(S3);
	}

	@Test
	void doesNotTakeForAllWhatAnyFieldNarrows() {
		for (AdvancedFieldSelector narrow : List.of(field("resources.ARN").startsWith("arn:aws:s3:::one/").build(),
				field("resources.ARN").notStartsWith("arn:aws:s3:::logs/").build(), equal("eventName", "GetObject"),
				field("userIdentity.arn").notEquals("arn:aws:iam::1:role/noisy").build())) {
			DataSelection selection = advanced(DATA, OBJECTS, narrow);
			assertThat(selection.reads()).as(narrow.toString()).isEmpty();
			assertThat(selection.writes()).isEmpty();
			assertThat(selection.conditions()).singleElement()
				.asString()
				.startsWith("resources.type Equals AWS::S3::Object and " + narrow.field() + " ");
		}
	}

	@Test
	void doesNotKnowWhatFieldsOfTomorrowLeave() {
		DataSelection selection = advanced(DATA, OBJECTS, equal("sourceIpClass", "private"));
		assertThat(selection.reads()).isEmpty();
		assertThat(selection.unknown()).containsExactly("sourceIpClass");
		assertThat(selection.isAny()).isTrue();
	}

	@Test
	void recordsInPartWhatNamesNoType() {
		assertThat(advanced(DATA).conditions()).hasSize(1);
		assertThat(advanced(DATA, field("resources.type").startsWith("AWS::S3").build()).reads()).isEmpty();
	}

	@Test
	void leavesOtherCategoriesAlone() {
		assertThat(advanced(equal("eventCategory", "Management"), equal("tomorrow", "x")).isAny()).isFalse();
	}

	private static DataSelection basic(ReadWriteType type, String resource, String... values) {
		return DataSelection.of(List.of(EventSelector.builder()
			.readWriteType(type)
			.dataResources(DataResource.builder().type(resource).values(values).build())
			.build()), List.of());
	}

	private static DataSelection advanced(AdvancedFieldSelector... fields) {
		return DataSelection.of(List.of(), List.of(AdvancedEventSelector.builder().fieldSelectors(fields).build()));
	}

	private static AdvancedFieldSelector equal(String field, String value) {
		return field(field).equalsValue(value).build();
	}

	private static AdvancedFieldSelector.Builder field(String field) {
		return AdvancedFieldSelector.builder().field(field);
	}

}
