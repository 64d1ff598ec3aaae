package dev.rollcall.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import dev.rollcall.account.Arn;
import dev.rollcall.account.Connection;
import dev.rollcall.collect.Clocks;
import dev.rollcall.configuration.Audience;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.job.NightFailure;
import dev.rollcall.job.NightOutcome;
import dev.rollcall.job.NightStop;
import dev.rollcall.notice.Listener;
import dev.rollcall.notice.Notices;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** How a night's end is told to a topic, and that no exit code depends on it. */
class NightEndTests {

	private static final Instant END = Instant.parse("2026-11-20T01:00:00Z");

	private final StringWriter err = new StringWriter();

	@Test
	void tellsOfAPublishedNightWhatTheOutcomeIs() {
		try (Listener sns = Listener.answering(200, "<PublishResponse/>")) {
			assertThat(end(sns, Outcomes::withGaps)).isEqualTo(ExitCode.GAPS);
			Map<String, String> form = sns.only().form();
			assertThat(form).containsEntry("Subject", "Rollcall, exit 4: published, with gaps");
			JsonNode message = JsonMapper.shared().readTree(form.get("Message"));
			JsonNode members = JsonMapper.shared().readTree(message.get("default").asString());
			assertThat(members.get("exit_code").asInt()).isEqualTo(4);
			assertThat(members.get("workbook").asString()).isEqualTo("/out/rollcall.xlsx");
			assertThat(members.get("gaps_by_kind").toString()).isEqualTo(
					"""
							[{"status":"DENIED","denied_by":"TRUST","cells":6},{"status":"DENIED","denied_by":"SCP","cells":2},{"status":"TIMED_OUT","cells":1}]""");
			assertThat(members.get("last_line").asString() + "\n").isEqualTo(this.err.toString());
			assertThat(message.get("email").asString()).startsWith(this.err.toString())
				.contains("\nWorkbook: /out/rollcall.xlsx\n",
						"\nGaps: 9, of which 2 are expected\n  DENIED by TRUST: 6\n");
		}
	}

	@Test
	void tellsOfANightThatIsNotPublished() {
		try (Listener sns = Listener.answering(200, "<PublishResponse/>")) {
			assertThat(end(sns, () -> {
				throw new IllegalStateException("the disk\nis full");
			})).isEqualTo(ExitCode.INTERNAL_ERROR);
			assertThat(sns.only().form()).containsEntry("Subject",
					"Rollcall, exit 1: internal error, nothing published");
			assertThat(sns.only().form().get("Message")).contains("the disk is full");
		}
	}

	@Test
	void tellsNothingOfANightThatAnotherLaunchMakesOrMade() {
		try (Listener sns = Listener.answering(200, "<PublishResponse/>")) {
			assertThat(end(sns, failing(NightFailure.Reason.ALREADY_PUBLISHED))).isEqualTo(ExitCode.ALREADY_PUBLISHED);
			assertThat(end(sns, failing(NightFailure.Reason.HELD))).isEqualTo(ExitCode.HELD);
			end(sns, failing(NightFailure.Reason.STOPPED));
			assertThat(sns.received()).isEmpty();
		}
	}

	@Test
	void aNoticeThatIsRefusedIsAWarningBeforeTheLastLine() {
		try (Listener sns = Listener.answering(403, "<ErrorResponse><Error><Code>AuthorizationError</Code>"
				+ "<Message>no\nSNS:Publish</Message></Error></ErrorResponse>")) {
			assertThat(end(sns, Outcomes::complete)).isEqualTo(ExitCode.COMPLETE);
			assertThat(this.err.toString().lines()).hasSize(2)
				.first()
				.asString()
				.startsWith("warning: notice.sns-topic arn:aws:sns:us-east-1:111122223333:nights was not told: ")
				.contains("no SNS:Publish");
			assertThat(this.err.toString()).endsWith("(exit 0)\n");
		}
	}

	private static Supplier<NightOutcome> failing(NightFailure.Reason reason) {
		return () -> {
			throw new NightFailure(reason, "so");
		};
	}

	private ExitCode end(Listener sns, Supplier<NightOutcome> run) {
		Clock clock = Clock.fixed(END, ZoneOffset.UTC);
		try (Workspace workspace = new Workspace()) {
			NightRun night = new NightRun(SourceContext.catalog(), workspace, new LogProgress(clock), new NightStop(),
					Clocks.of(clock));
			return new NightEnd(night, notices(sns.uri()), new PrintWriter(new StringWriter()),
					new PrintWriter(this.err), true, clock)
				.of(run, END.minusSeconds(90));
		}
	}

	private static Notices notices(URI endpoint) {
		Audience audience = new Audience(Arn.parse("arn:aws:sns:us-east-1:111122223333:nights"), Optional.empty(),
				Optional.empty());
		return Notices.of(audience, new Connection(AnonymousCredentialsProvider.create(), Region.US_EAST_1,
				Optional.of(endpoint), 1, Optional.empty()), Map.of());
	}

}
