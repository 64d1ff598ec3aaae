package dev.rollcall.account;

import java.util.List;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.accessanalyzer.model.ListFindingsResponse;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsResponse;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AnswersTests {

	@Test
	void takesAnEmptyListForAnAnswer() {
		ListFindingsResponse none = ListFindingsResponse.builder().findings(List.of()).build();
		assertThatCode(() -> Answers.requireAny("access-analyzer:ListFindings", none)).doesNotThrowAnyException();
	}

	@Test
	void takesAnyMemberForAnAnswer() {
		GetEventSelectorsResponse unset = GetEventSelectorsResponse.builder().trailARN("arn").build();
		assertThatCode(() -> Answers.requireAny("cloudtrail:GetEventSelectors", unset)).doesNotThrowAnyException();
	}

	@Test
	void refusesAnAnswerWithoutAnyMember() {
		assertThatExceptionOfType(UnexpectedAnswerException.class)
			.isThrownBy(
					() -> Answers.requireAny("access-analyzer:ListFindings", ListFindingsResponse.builder().build()))
			.withMessage("access-analyzer:ListFindings was answered by a body that holds nothing of an answer");
	}

}
