package dev.rollcall.dataset;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;

import dev.rollcall.simulator.ScenarioReader;
import dev.rollcall.simulator.SimulatedOrganization;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static dev.rollcall.dataset.FaultyBucket.answers;
import static dev.rollcall.dataset.FaultyBucket.gets;
import static dev.rollcall.dataset.FaultyBucket.losesAnswer;
import static dev.rollcall.dataset.FaultyBucket.losesRequest;
import static dev.rollcall.dataset.FaultyBucket.puts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ConditionalPutTests {

	private static final String KEY = "lease/holder";

	private static final int FOREVER = Integer.MAX_VALUE;

	private final SimulatedOrganization organization = SimulatedOrganization
		.start(ScenarioReader.read("put.yaml", "{accounts: 2, cast: 2}"), 0, Clock.systemUTC());

	private final FaultyBucket bucket = new FaultyBucket(this.organization.endpoint(), SimulatedOrganization.ACCESS_KEY,
			"rollcall-audit", "nights/");

	@SuppressWarnings("NullAway.Init")
	private String tag;

	@BeforeEach
	void put() {
		this.tag = replace("first", null).orElseThrow();
	}

	@AfterEach
	void close() {
		this.bucket.close();
		this.organization.close();
	}

	@Test
	void replacesWhatIsAsItWasRead() {
		assertThat(this.bucket.s3Output().readVersioned(KEY)).map(Versioned::tag).contains(this.tag);
		Optional<String> second = replace("second", this.tag);
		assertThat(second).isPresent();
		assertThat(replace("third", this.tag)).isEmpty();
		assertThat(replace("third", null)).isEmpty();
		assertThat(content()).isEqualTo("second");
		assertThat(this.bucket.s3Output().readVersioned("lease/nobody")).isEmpty();
	}

	@Test
	void takesALostAnswerForItsOwnWhereTheContentIs() {
		this.bucket.with(puts(KEY), 0, FOREVER, losesAnswer());
		assertThat(replace("second", this.tag)).isPresent();
		assertThat(content()).isEqualTo("second");
	}

	@Test
	void replacesNothingThatIsGone() {
		this.bucket.output().delete(KEY);
		assertThat(replace("second", this.tag)).isEmpty();
	}

	@Test
	void asksAgainWhereOthersWriteAtTheSameTime() {
		this.bucket.with(puts(KEY), 0, 3, answers(409, "ConditionalRequestConflict"));
		assertThat(replace("second", this.tag)).isPresent();
	}

	@Test
	void saysWhatItDoesNotKnow() {
		this.bucket.with(puts(KEY), 0, FOREVER, losesRequest()).with(gets(KEY), 0, FOREVER, losesRequest());
		assertThatThrownBy(() -> replace("second", this.tag)).isInstanceOf(OutputException.class)
			.hasMessageContaining("Cannot write s3://rollcall-audit/nights/lease/holder");
	}

	private Optional<String> replace(String content, @Nullable String expected) {
		return this.bucket.s3Output().replaceIf(KEY, content.getBytes(StandardCharsets.UTF_8), expected);
	}

	private String content() {
		return new String(this.bucket.others().read(KEY).orElseThrow(), StandardCharsets.UTF_8);
	}

}
