package dev.rollcall.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import dev.rollcall.account.Connection;
import dev.rollcall.cli.NightRun.Wish;
import dev.rollcall.collect.Clocks;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.configuration.Configuration;
import dev.rollcall.configuration.ConfigurationReader;
import dev.rollcall.dataset.FaultyBucket;
import dev.rollcall.dataset.FaultyBucket.Wrong;
import dev.rollcall.dataset.Output;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.input.Mistakes;
import dev.rollcall.job.NightMode;
import dev.rollcall.job.NightStop;
import dev.rollcall.simulator.ScenarioReader;
import dev.rollcall.simulator.SimulatedOrganization;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.regions.Region;

import static dev.rollcall.dataset.FaultyBucket.answers;
import static dev.rollcall.dataset.FaultyBucket.gets;
import static dev.rollcall.dataset.FaultyBucket.puts;
import static dev.rollcall.dataset.FaultyBucket.redirects;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * An output that refuses what a night needs is found before AWS is called: there is none
 * behind these nights.
 */
class UnusableOutputTests {

	private static final int FOREVER = Integer.MAX_VALUE;

	private static final String BUCKET = "rollcall-audit";

	private static final SimulatedOrganization ORGANIZATION = SimulatedOrganization
		.start(ScenarioReader.read("output.yaml", "{accounts: 2, cast: 2}"), 0, Clock.systemUTC());

	private static final SourceCatalog CATALOG = SourceContext.catalog();

	private static final Configuration CONFIGURATION = ConfigurationReader.read("none", "", Map.of(), Map.of(),
			CATALOG.names());

	private static final Written WRITTEN = new WrittenReader(CATALOG).read(() -> CONFIGURATION, new Mistakes())
		.orElseThrow();

	@AfterAll
	static void close() {
		ORGANIZATION.close();
	}

	@Test
	void isABucketThatCannotBeListed() {
		requireUnusable(gets(BUCKET), answers(403, "AccessDenied"), "Cannot list s3://rollcall-audit/nights/",
				"the permission s3:ListBucket is missing: ask ");
	}

	@Test
	void isABucketThatTakesNothing() {
		requireUnusable(puts(".json"), answers(403, "AccessDenied"), "Cannot write s3://rollcall-audit/nights/lease/",
				"the permission s3:PutObject is missing: ask ");
	}

	@Test
	void isABucketThatGivesNothingBack() {
		requireUnusable(gets(".json"), answers(403, "AccessDenied"), "Cannot read s3://rollcall-audit/nights/lease/",
				"the permission s3:GetObject is missing: ask ");
	}

	@Test
	void isABucketThatIsNotThere() {
		requireUnusable((request) -> true, answers(404, "NoSuchBucket"), "NoSuchBucket",
				"the bucket does not exist: make it, or name another one");
	}

	@Test
	void isABucketOfARegionThatNobodyMayAskFor() {
		requireUnusable((request) -> true, redirects(), "the bucket lies in the Region eu-west-1");
	}

	@Test
	void isABucketThatPutsUnderNoCondition() {
		requireUnusable(puts(".json"), answers(501, "NotImplemented"), "(If-None-Match)");
	}

	@Test
	void isNoBucketThatIsDownForAWhile() {
		try (FaultyBucket bucket = bucket().with((request) -> true, 0, FOREVER, answers(503, "SlowDown"))) {
			assertThat(night(bucket.output())).contains("SlowDown").endsWith("(exit 1)\n");
		}
	}

	@Test
	void isADirectoryBehindAFile(@TempDir Path directory) throws Exception {
		Files.writeString(directory.resolve("file"), "in the way");
		assertThat(night(Output.at(directory.resolve("file/out").toString())))
			.startsWith("rollcall: the output cannot be used, nothing called: Cannot ")
			.contains(directory.resolve("file").toString())
			.endsWith("(exit 10)\n");
	}

	private static void requireUnusable(Predicate<SdkHttpRequest> which, Wrong wrong, String... said) {
		try (FaultyBucket bucket = bucket().with(which, 0, FOREVER, wrong)) {
			assertThat(night(bucket.output()))
				.startsWith("rollcall: the output cannot be used, nothing called: Cannot ")
				.contains(said)
				.doesNotContain("Service: S3", "SDK Attempt")
				.hasLineCount(1)
				.endsWith("(exit 10)\n");
			assertThat(bucket.others().list("")).isEmpty();
		}
	}

	private static FaultyBucket bucket() {
		return new FaultyBucket(ORGANIZATION.endpoint(), SimulatedOrganization.ACCESS_KEY, BUCKET, "nights/");
	}

	/** What a night without AWS ends with. */
	private static String night(Output output) {
		StringWriter err = new StringWriter();
		Connection nowhere = new Connection(AnonymousCredentialsProvider.create(), Region.US_EAST_1,
				Optional.of(URI.create("http://127.0.0.1:1")), 1, Optional.of("nothing"));
		Wish wish = new Wish(nowhere, CONFIGURATION, output, LocalDate.parse("2026-11-20"), new NightMode(false, false),
				Optional.empty(), Optional.empty());
		try (Workspace workspace = new Workspace(); TerminalProgress progress = new TerminalProgress()) {
			new NightRun(CATALOG, workspace, progress, new NightStop(), Clocks.of(Clock.systemUTC())).run(wish, WRITTEN,
					List.of());
		}
		catch (RuntimeException ex) {
			Failures.end(ex, new PrintWriter(err, true));
		}
		return err.toString();
	}

}
