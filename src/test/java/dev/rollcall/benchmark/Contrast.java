package dev.rollcall.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

import dev.rollcall.benchmark.Case.Way;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.support.ListItemReader;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.accessanalyzer.AccessAnalyzerClient;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.config.model.ComplianceType;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.Account;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/**
 * The same questions, asked as they are commonly asked: with clients made for each
 * account and a pool of threads, or with Spring Batch's own concurrent chunk step, which
 * waits for the slowest of each chunk. Nothing is kept of the answers.
 */
public final class Contrast {

	private static final int THREADS = 256;

	private static final Region HOME = Region.US_EAST_1;

	private static final ThreadLocal<AwsCredentialsProvider> ENTERED = new ThreadLocal<>();

	/** What a unit made for itself. */
	private static final ThreadLocal<List<SdkClient>> MADE = ThreadLocal.withInitial(ArrayList::new);

	/** Of the account whose unit the calling thread works on. */
	private static final AwsCredentialsProvider CURRENT = () -> ENTERED.get().resolveCredentials();

	private final boolean shared;

	private final Map<String, Object> clients = new ConcurrentHashMap<>();

	private final List<String> regions;

	private final StsClient sts = StsClient.builder().region(HOME).build();

	private Contrast(boolean shared) {
		this.shared = shared;
		try (AccountClient account = AccountClient.builder().region(HOME).build()) {
			this.regions = account.listRegionsPaginator((request) -> request.maxResults(50))
				.regions()
				.stream()
				.filter((region) -> region.regionOptStatusAsString().startsWith("ENABLED"))
				.map((region) -> region.regionName())
				.toList();
		}
	}

	/** Walks the organization in the way that the argument names. */
	public static void main(String[] arguments) throws Exception {
		Way way = Way.valueOf(arguments[0]);
		Contrast contrast = new Contrast(way == Way.STOCK_CHUNK_STEP);
		List<Supplier<Boolean>> units = contrast.units();
		if (way == Way.STOCK_CHUNK_STEP) {
			chunks(units);
		}
		else {
			pool(units);
		}
		System.exit(0);
	}

	private static void pool(List<Supplier<Boolean>> units) throws ExecutionException, InterruptedException {
		ExecutorService pool = Executors.newFixedThreadPool(THREADS);
		List<Future<Boolean>> ended = new ArrayList<>();
		units.forEach((unit) -> ended.add(pool.submit(unit::get)));
		for (Future<Boolean> unit : ended) {
			unit.get();
		}
		pool.shutdown();
	}

	private static void chunks(List<Supplier<Boolean>> units) throws Exception {
		var repository = new ResourcelessJobRepository();
		var executor = new SimpleAsyncTaskExecutor("unit-");
		executor.setConcurrencyLimit(THREADS);
		var step = new StepBuilder("walk", repository).<Supplier<Boolean>, Boolean>chunk(THREADS)
			.transactionManager(new ResourcelessTransactionManager())
			.reader(new ListItemReader<>(units))
			.processor(Supplier::get)
			.writer((chunk) -> {
			})
			.taskExecutor(executor)
			.build();
		var job = new JobBuilder("contrast", repository).start(step).build();
		var instance = repository.createJobInstance("contrast", new JobParameters());
		job.execute(repository.createJobExecution(instance, new JobParameters(),
				new org.springframework.batch.infrastructure.item.ExecutionContext()));
	}

	/** A unit of work for each account and Region, and one for what has none. */
	private List<Supplier<Boolean>> units() {
		List<Supplier<Boolean>> units = new ArrayList<>();
		OrganizationsClient organizations = OrganizationsClient.builder().region(HOME).build();
		String own = this.sts.getCallerIdentity().account();
		for (Account account : organizations.listAccountsPaginator()
			.stream()
			.flatMap((page) -> page.accounts().stream())
			.toList()) {
			if (!account.stateAsString().equals("ACTIVE")) {
				continue;
			}
			Entered entered = new Entered(account.id(), account.id().equals(own));
			units.add(() -> asked(() -> {
				ENTERED.set(entered.credentials());
				organizations.listTagsForResource((request) -> request.resourceId(account.id()));
				global(entered);
			}));
			for (String region : this.regions) {
				units.add(() -> asked(() -> {
					ENTERED.set(entered.credentials());
					regional(entered, Region.of(region));
				}));
			}
		}
		return units;
	}

	private static boolean asked(Runnable questions) {
		try {
			questions.run();
			return true;
		}
		catch (SdkException ex) {
			return false;
		}
		finally {
			MADE.get().forEach(SdkClient::close);
			MADE.get().clear();
		}
	}

	private void global(Entered entered) {
		IamClient iam = client(entered, IamClient.builder(), HOME);
		iam.getAccountSummary();
		iam.listVirtualMFADevicesPaginator((request) -> request.maxItems(1000)).forEach(Contrast::read);
		iam.generateCredentialReport();
		iam.getCredentialReport();
		client(entered, AccountClient.builder(), HOME).listRegionsPaginator((request) -> request.maxResults(50))
			.forEach(Contrast::read);
		client(entered, CloudTrailClient.builder(), HOME).describeTrails();
	}

	private void regional(Entered entered, Region region) {
		AccessAnalyzerClient analyzers = client(entered, AccessAnalyzerClient.builder(), region);
		analyzers.listAnalyzersPaginator((request) -> request.maxResults(100))
			.analyzers()
			.stream()
			.filter((analyzer) -> List.of("ACCOUNT", "ORGANIZATION").contains(analyzer.typeAsString()))
			.forEach((analyzer) -> analyzers
				.listFindingsPaginator((request) -> request.analyzerArn(analyzer.arn()).maxResults(100))
				.forEach(Contrast::read));
		ConfigClient config = client(entered, ConfigClient.builder(), region);
		if (!config.describeConfigurationRecorders().configurationRecorders().isEmpty()) {
			config.describeConfigurationRecorderStatus();
		}
		if (!config.describeDeliveryChannels().deliveryChannels().isEmpty()) {
			config.describeDeliveryChannelStatus();
		}
		config.describeConfigRulesPaginator().forEach(Contrast::read);
		config.describeComplianceByConfigRulePaginator()
			.complianceByConfigRules()
			.stream()
			.filter((rule) -> rule.compliance().complianceType() == ComplianceType.NON_COMPLIANT)
			.forEach((rule) -> config
				.getComplianceDetailsByConfigRulePaginator((request) -> request.configRuleName(rule.configRuleName())
					.complianceTypes(ComplianceType.NON_COMPLIANT)
					.limit(100))
				.forEach(Contrast::read));
		CloudTrailClient trails = client(entered, CloudTrailClient.builder(), region);
		trails.describeTrails((request) -> request.includeShadowTrails(false)).trailList().forEach((trail) -> {
			trails.getTrailStatus((request) -> request.name(trail.trailARN()));
			trails.getEventSelectors((request) -> request.trailName(trail.trailARN()));
		});
	}

	/** The answer is all that was wanted. */
	private static void read(Object page) {
	}

	private <B extends AwsClientBuilder<B, C>, C> C client(Entered entered, B builder, Region region) {
		if (!this.shared) {
			C made = builder.region(region).credentialsProvider(entered.credentials()).build();
			MADE.get().add((SdkClient) made);
			return made;
		}
		@SuppressWarnings("unchecked")
		C client = (C) this.clients.computeIfAbsent(builder.getClass().getName() + region,
				(first) -> builder.region(region).credentialsProvider(CURRENT).build());
		return client;
	}

	/** An account, entered when it is first needed. */
	private final class Entered {

		private final String account;

		private final boolean own;

		private volatile AwsCredentialsProvider provider = DefaultCredentialsProvider.builder().build();

		private boolean assumed;

		Entered(String account, boolean own) {
			this.account = account;
			this.own = own;
		}

		synchronized AwsCredentialsProvider credentials() {
			if (!this.own && !this.assumed) {
				Credentials answer = Contrast.this.sts
					.assumeRole((request) -> request.roleArn("arn:aws:iam::" + this.account + ":role/RollcallAudit")
						.roleSessionName("contrast"))
					.credentials();
				this.provider = StaticCredentialsProvider.create(AwsSessionCredentials.create(answer.accessKeyId(),
						answer.secretAccessKey(), answer.sessionToken()));
				this.assumed = true;
			}
			return this.provider;
		}

	}

}
