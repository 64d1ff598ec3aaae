package dev.rollcall.job;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.AccountSession;
import dev.rollcall.account.AccountSessions;
import dev.rollcall.collect.CellResult;
import dev.rollcall.configuration.Configuration;
import dev.rollcall.dataset.Staged;
import dev.rollcall.dataset.Staging;
import dev.rollcall.input.BadInputException;
import dev.rollcall.organization.Account;
import dev.rollcall.organization.DelegatedAdministrator;
import dev.rollcall.organization.Discovery;
import dev.rollcall.organization.OrganizationReader;
import dev.rollcall.organization.OrganizationReader.Organization;
import dev.rollcall.organization.RegionReader;
import dev.rollcall.organization.Roster;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fixes what the night is about, or takes it over from the launch that died: the roster,
 * the Regions, the delegated administrators.
 */
@Component
class DiscoverTasklet implements Tasklet {

	private static final String STAGED = "discovery";

	private static final Logger logger = LoggerFactory.getLogger(DiscoverTasklet.class);

	private final NightRequest request;

	private final AwsAccess aws;

	private final Staging staging;

	private final StagedWriter writer;

	private final Night night;

	private final Optional<TopUp> topUp;

	private final NightProgress progress;

	private final JsonMapper json = JsonMapper.shared();

	DiscoverTasklet(NightRequest request, AwsAccess aws, Staging staging, StagedWriter writer, Night night,
			Optional<TopUp> topUp, NightProgress progress) {
		this.topUp = topUp;
		this.request = request;
		this.aws = aws;
		this.staging = staging;
		this.writer = writer;
		this.night = night;
		this.progress = progress;
	}

	@Override
	public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) {
		takeOver();
		Fixed fixed = this.night.staged(STAGED).map(this::read).orElseGet(this::discover);
		refuseOtherAccount(fixed.discovery().ownAccount());
		this.night.discovered(fixed.discovery(), fixed.administrators());
		this.progress.accounts(fixed.discovery().accounts().size(), this.night.stagedAccounts().size());
		return RepeatStatus.FINISHED;
	}

	/**
	 * Takes the closed staging files of launches that died. Two that did not know of each
	 * other may have fixed the night differently: the files of one discovery go together.
	 */
	private void takeOver() {
		Map<String, List<Staged>> found = this.staging.open()
			.stream()
			.collect(Collectors.groupingBy((staged) -> staged.index().basis(), TreeMap::new, Collectors.toList()));
		found.values().removeIf((files) -> files.stream().noneMatch((file) -> file.name().equals(STAGED)));
		Optional<String> furthest = found.keySet()
			.stream()
			.max(Comparator.comparingInt((basis) -> accounts(found.getOrDefault(basis, List.of()))));
		this.night.basedOn(furthest.orElse(this.request.night().runId()));
		furthest.ifPresent((basis) -> {
			found.getOrDefault(basis, List.of()).forEach(this.night::staged);
			logger.atInfo()
				.addKeyValue("staged_accounts", this.night.stagedAccounts().size())
				.log("Going on with a night that was begun before");
		});
	}

	private static int accounts(List<Staged> files) {
		return files.stream().mapToInt((file) -> file.index().accounts().size()).sum();
	}

	private Fixed read(Staged staged) {
		String content = staged.index().content();
		if (content == null) {
			throw new IllegalStateException("The staged discovery is empty");
		}
		return this.json.readValue(content, Fixed.class);
	}

	private void refuseOtherAccount(AccountId begunIn) {
		AccountId own = this.aws.sessions().own().account();
		if (!own.equals(begunIn)) {
			throw new BadInputException("The night of " + this.request.night().snapshotDate() + " was begun in account "
					+ begunIn + ", and this is " + own + "; go on there, or give another --out");
		}
	}

	private Fixed discover() {
		Discovery discovery = this.topUp.map(this::keptDiscovery).orElseGet(this::discovery);
		refuseUnknownAccounts(discovery.accountIds());
		List<CellResult> delegation = this.aws.collecting(discovery).askReader();
		List<DelegatedAdministrator> administrators = new ArrayList<>(
				this.topUp.map(TopUp::administrators).orElse(List.of()));
		delegation.forEach((result) -> administrators.addAll(result.evidence(DelegatedAdministrator.class)));
		Fixed fixed = new Fixed(discovery, administrators);
		this.night.staged(this.writer.write(STAGED, List.of(), delegation, this.json.writeValueAsString(fixed)));
		return fixed;
	}

	private Discovery keptDiscovery(TopUp kept) {
		Roster roster = this.request.configuration().roster();
		AccountId own = this.aws.sessions().own().account();
		return kept.discovery(own, (roster == Roster.ORGANIZATION) ? this.aws.reader().account() : own, roster);
	}

	private Discovery discovery() {
		Configuration configuration = this.request.configuration();
		AccountSessions sessions = this.aws.sessions();
		AccountId own = sessions.own().account();
		List<String> regions = regions(sessions);
		return switch (configuration.roster()) {
			case ORGANIZATION -> {
				AccountSession reader = this.aws.reader();
				Organization organization = new OrganizationReader(reader, sessions.home(), this.aws.executor()).read();
				yield new Discovery(Roster.ORGANIZATION, own, reader.account(), organization.id(),
						organization.management(), organization.accounts(), regions);
			}
			case LIST -> new Discovery(Roster.LIST, own, own, null, null,
					configuration.accounts().stream().sorted().map(Account::named).toList(), regions);
			case SELF -> new Discovery(Roster.SELF, own, own, null, null, List.of(Account.named(own)), regions);
		};
	}

	/** Configured Regions that flags leave out are still the night's: as EXCLUDED. */
	private List<String> regions(AccountSessions sessions) {
		Set<String> regions = new TreeSet<>(this.request.configuration().regions());
		this.request.onlyRegions().ifPresent(regions::addAll);
		return regions.isEmpty() ? RegionReader.enabledRegions(sessions.own(), sessions.home()) : List.copyOf(regions);
	}

	private void refuseUnknownAccounts(Set<AccountId> known) {
		Set<AccountId> unknown = new TreeSet<>(this.request.onlyAccounts().orElse(Set.of()));
		unknown.removeAll(known);
		if (!unknown.isEmpty()) {
			throw new BadInputException("--accounts: " + unknown + ": accounts of the roster expected");
		}
	}

	/** What is kept for a launch that has to go on. */
	private record Fixed(Discovery discovery, List<DelegatedAdministrator> administrators) {

	}

}
