package dev.rollcall.collect.cloudtrail;

import java.util.List;

import dev.rollcall.account.UnexpectedAnswerException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedEventSelector;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedFieldSelector;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ManagementSelectionTests {

	private static final AdvancedFieldSelector MANAGEMENT = equal("eventCategory", "Management");

	@Test
	void recordsAllByDefault() {
		assertThat(ManagementSelection.of(List.of(), List.of()).events()).isEqualTo(ManagementEvents.ALL);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "null", textBlock = """
			All,       true,  ALL
			ReadOnly,  true,  READ_ONLY
			WriteOnly, true,  WRITE_ONLY
			All,       null,  ALL
			null,      true,  ALL
			All,       false, NONE
			ReadOnly,  false, NONE
			""")
	void readsABasicSelector(@Nullable String type, @Nullable Boolean management, ManagementEvents recorded) {
		EventSelector selector = EventSelector.builder()
			.readWriteType(type)
			.includeManagementEvents(management)
			.build();
		assertThat(basic(selector).events()).isEqualTo(recorded);
	}

	@Test
	void doesNotCallAllWhatABasicSelectorLeavesOut() {
		ManagementSelection selection = basic(EventSelector.builder()
			.readWriteType("All")
			.excludeManagementEventSources("rdsdata.amazonaws.com", "kms.amazonaws.com")
			.build());
		assertThat(selection.events()).isEqualTo(ManagementEvents.EXCEPT);
		assertThat(selection.reads().written()).containsExactly("*", "-kms.amazonaws.com", "-rdsdata.amazonaws.com");
		assertThat(selection.writes()).isEqualTo(selection.reads());
		assertThat(selection.conditions())
			.containsExactly("eventSource NotEquals rdsdata.amazonaws.com, kms.amazonaws.com");
	}

	@Test
	void takesNoReadWriteTypeOfTomorrowForAnAnswer() {
		assertThatExceptionOfType(UnexpectedAnswerException.class)
			.isThrownBy(() -> basic(EventSelector.builder().readWriteType("Sometimes").build()));
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			Equals,    true,  READ_ONLY
			Equals,    True,  READ_ONLY
			Equals,    false, WRITE_ONLY
			NotEquals, true,  WRITE_ONLY
			NotEquals, false, READ_ONLY
			""")
	void readsReadOnlyOfAnAdvancedSelector(String operator, String value, ManagementEvents recorded) {
		assertThat(advanced(MANAGEMENT, field("readOnly", operator, value)).events()).isEqualTo(recorded);
		assertThat(advanced(field("readOnly", operator, value), MANAGEMENT).events()).isEqualTo(recorded);
	}

	@Test
	void recordsNoneByASelectorOfAnotherCategory() {
		assertThat(advanced(equal("eventCategory", "Data"), equal("readOnly", "true")).events())
			.isEqualTo(ManagementEvents.NONE);
		assertThat(
				advanced(equal("eventCategory", "NetworkActivity"), equal("eventSource", "ec2.amazonaws.com")).events())
			.isEqualTo(ManagementEvents.NONE);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			eventSource,                  NotEquals,     kms.amazonaws.com, EXCEPT
			eventSource,                  Equals,        kms.amazonaws.com, ONLY
			eventSource,                  NotStartsWith, kms,               EXCEPT
			eventName,                    NotEquals,     Decrypt,           EXCEPT
			eventName,                    Equals,        ConsoleLogin,      ONLY
			eventType,                    NotEquals,     AwsServiceEvent,   EXCEPT
			userIdentity.arn,             NotEndsWith,   role/noisy,        EXCEPT
			userIdentity.arn,             StartsWith,    arn:aws:iam,       ONLY
			sessionCredentialFromConsole, Equals,        true,              ONLY
			sessionCredentialFromConsole, NotEquals,     true,              EXCEPT
			vpcEndpointId,                Equals,        vpce-1,            ONLY
			resources.ARN,                EndsWith,      x,                 ONLY
			""")
	void doesNotCallAllWhatAnyFieldNarrows(String field, String operator, String value, ManagementEvents recorded) {
		ManagementSelection selection = advanced(MANAGEMENT, field(field, operator, value));
		assertThat(selection.events()).isEqualTo(recorded);
		assertThat(selection.conditions()).containsExactly(field + " " + operator + " " + value);
		assertThat(selection.unknown()).isEmpty();
	}

	@Test
	void doesNotKnowWhatFieldsAndOperatorsOfTomorrowLeave() {
		assertThat(advanced(MANAGEMENT, equal("sourceIpClass", "private"))).satisfies((selection) -> {
			assertThat(selection.events()).isEqualTo(ManagementEvents.UNKNOWN);
			assertThat(selection.unknown()).containsExactly("sourceIpClass");
		});
		AdvancedFieldSelector unread = AdvancedFieldSelector.builder().field("eventName").build();
		assertThat(advanced(MANAGEMENT, unread).unknown()).containsExactly("eventName");
		AdvancedFieldSelector empty = AdvancedFieldSelector.builder().field("eventName").equalsValue(List.of()).build();
		assertThat(advanced(MANAGEMENT, empty).events()).isEqualTo(ManagementEvents.UNKNOWN);
		assertThat(advanced(equal("readOnly", "true")).unknown()).containsExactly("no eventCategory");
		assertThat(advanced(AdvancedFieldSelector.builder().field("eventCategory").build()).events())
			.isEqualTo(ManagementEvents.UNKNOWN);
	}

	@Test
	void knowsWhatAnotherSelectorRecordsWhole() {
		assertThat(ManagementSelection
			.of(List.of(), List.of(selector(MANAGEMENT), selector(MANAGEMENT, equal("sourceIpClass", "private"))))
			.events()).isEqualTo(ManagementEvents.ALL);
	}

	@Test
	void unitesSelectorsOfReadsAndOfWrites() {
		assertThat(
				ManagementSelection
					.of(List.of(), List.of(selector(MANAGEMENT, equal("readOnly", "true")),
							selector(equal("eventCategory", "Data")), selector(MANAGEMENT, equal("readOnly", "false"))))
					.events())
			.isEqualTo(ManagementEvents.ALL);
	}

	@Test
	void unitesWhatOneSelectorLeavesOutAndAnotherNames() {
		assertThat(ManagementSelection.of(List.of(),
				List.of(selector(MANAGEMENT, field("eventSource", "NotEquals", "kms.amazonaws.com")),
						selector(MANAGEMENT, equal("eventSource", "kms.amazonaws.com"))))
			.events()).isEqualTo(ManagementEvents.ALL);
	}

	@Test
	void unitesSelectorsThatLeaveOutOtherSources() {
		ManagementSelection selection = ManagementSelection.of(List.of(),
				List.of(selector(MANAGEMENT, field("eventSource", "NotEquals", "kms.amazonaws.com", "a.amazonaws.com")),
						selector(MANAGEMENT, field("eventSource", "NotEquals", "kms.amazonaws.com"))));
		assertThat(selection.events()).isEqualTo(ManagementEvents.EXCEPT);
		assertThat(selection.reads().written()).containsExactly("*", "-kms.amazonaws.com");
	}

	@Test
	void doesNotUniteWhatOtherFieldsLeaveOut() {
		ManagementSelection selection = ManagementSelection.of(List.of(),
				List.of(selector(MANAGEMENT, field("eventName", "NotEquals", "Decrypt")),
						selector(MANAGEMENT, field("eventSource", "NotEquals", "kms.amazonaws.com"))));
		assertThat(selection.reads().written()).containsExactly("*", "-kms.amazonaws.com");
		assertThat(selection.events()).isEqualTo(ManagementEvents.EXCEPT);
	}

	@Test
	void tellsTheFirstOfManyValues() {
		assertThat(advanced(MANAGEMENT, field("eventName", "NotEquals", "A", "B", "C", "D", "E")).conditions())
			.containsExactly("eventName NotEquals A, B, C and 2 more");
	}

	private static ManagementSelection basic(EventSelector selector) {
		return ManagementSelection.of(List.of(selector), List.of());
	}

	private static ManagementSelection advanced(AdvancedFieldSelector... fields) {
		return ManagementSelection.of(List.of(), List.of(selector(fields)));
	}

	private static AdvancedEventSelector selector(AdvancedFieldSelector... fields) {
		return AdvancedEventSelector.builder().name("whatever").fieldSelectors(fields).build();
	}

	private static AdvancedFieldSelector equal(String field, String value) {
		return field(field, "Equals", value);
	}

	private static AdvancedFieldSelector field(String field, String operator, String... values) {
		AdvancedFieldSelector.Builder builder = AdvancedFieldSelector.builder().field(field);
		return switch (operator) {
			case "Equals" -> builder.equalsValue(values).build();
			case "StartsWith" -> builder.startsWith(values).build();
			case "EndsWith" -> builder.endsWith(values).build();
			case "NotEquals" -> builder.notEquals(values).build();
			case "NotStartsWith" -> builder.notStartsWith(values).build();
			case "NotEndsWith" -> builder.notEndsWith(values).build();
			default -> throw new IllegalArgumentException(operator);
		};
	}

}
