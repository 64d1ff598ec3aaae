package dev.rollcall.job;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.account.AccountId;
import dev.rollcall.collect.CellResult;
import dev.rollcall.collect.KnownOwners;
import dev.rollcall.dataset.Staged;
import dev.rollcall.dataset.Staging;
import dev.rollcall.input.BadInputException;
import dev.rollcall.organization.DelegatedAdministrator;
import dev.rollcall.organization.Discovery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fixes what the night is about, or takes it over from the launch that died: the roster,
 * the Regions that it starts with, the delegated administrators and which Regions they
 * have.
 */
@Component
class DiscoverStep {

	private static final String STAGED = "discovery";

	private static final Logger logger = LoggerFactory.getLogger(DiscoverStep.class);

	private final NightRequest request;

	private final AwsAccess aws;

	private final DiscoveryReader reader;

	private final Kept kept;

	private final Staging staging;

	private final StagedWriter writer;

	private final NightProgress progress;

	private final JsonMapper json = JsonMapper.shared();

	DiscoverStep(NightRequest request, AwsAccess aws, DiscoveryReader reader, Kept kept, Staging staging,
			StagedWriter writer, NightProgress progress) {
		this.request = request;
		this.aws = aws;
		this.reader = reader;
		this.kept = kept;
		this.staging = staging;
		this.writer = writer;
		this.progress = progress;
	}

	/**
	 * Fixes the night.
	 * @throws BadInputException where it was begun in another account, flags ask for what
	 * there is not, or the heap cannot hold it
	 */
	Discovered discover() {
		Discovered discovered = StagedNight.takenOver(this.staging.open(), STAGED)
			.map(this::goOn)
			.orElseGet(this::begin);
		this.progress.accounts(discovered.discovery().accounts().size(), discovered.staged().accounts().size());
		return discovered;
	}

	private Discovered goOn(StagedNight begun) {
		logger.atInfo()
			.addKeyValue("staged_accounts", begun.accounts().size())
			.log("Going on with a night that was begun before");
		String content = begun.named(STAGED).map((file) -> file.index().content()).orElse(null);
		if (content == null) {
			throw new IllegalStateException("The staged discovery is empty");
		}
		Fixed fixed = this.json.readValue(content, Fixed.class);
		refuseOtherAccount(fixed.discovery().ownAccount());
		refuseSmallHeap(fixed.discovery());
		return new Discovered(fixed.discovery(), fixed.owners(), begun);
	}

	private void refuseOtherAccount(AccountId begunIn) {
		AccountId own = this.aws.sessions().own().account();
		if (!own.equals(begunIn)) {
			throw new BadInputException("The night of " + this.request.night().snapshotDate() + " was begun in account "
					+ begunIn + ", and this is " + own + "; go on there, or give another --out");
		}
	}

	private static void refuseSmallHeap(Discovery discovery) {
		HeapNeed.of(discovery).refuseLess(Runtime.getRuntime().maxMemory());
	}

	private Discovered begin() {
		Discovery discovery = this.reader.read();
		refuseSmallHeap(discovery);
		List<CellResult> asked = new ArrayList<>(this.aws.collecting(discovery, KnownOwners.NONE).askWhoOwns());
		KnownOwners named = new KnownOwners(administrators(asked), List.of());
		List<CellResult> lists = this.aws.collecting(discovery, named).askOwnerRegions();
		KnownOwners owners = named.with(lists);
		asked.addAll(lists);
		StagedNight begun = StagedNight.begun(this.request.night().runId());
		Staged staged = this.writer.write(begun.basis(), STAGED, List.of(), asked,
				this.json.writeValueAsString(new Fixed(discovery, owners)));
		return new Discovered(discovery, owners, begun.with(staged));
	}

	private List<DelegatedAdministrator> administrators(List<CellResult> delegation) {
		List<DelegatedAdministrator> administrators = new ArrayList<>(this.kept.administrators());
		delegation.forEach((result) -> administrators.addAll(result.evidence(DelegatedAdministrator.class)));
		return administrators;
	}

	/** What is kept for a launch that has to go on. */
	private record Fixed(Discovery discovery, KnownOwners owners) {

	}

}
