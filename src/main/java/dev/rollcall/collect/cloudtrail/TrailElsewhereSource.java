package dev.rollcall.collect.cloudtrail;

import java.util.List;
import java.util.Optional;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.CallGivenUpException;
import dev.rollcall.account.UnexpectedAnswerException;
import dev.rollcall.collect.Cell;
import dev.rollcall.collect.CellScope;
import dev.rollcall.collect.Source;
import dev.rollcall.collect.SourceDefinition;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.Trail;

/**
 * Reads which trails show in an account, and those of them to the end that no other cell
 * of this night reads: at home in a Region that is not asked, or owned by an account that
 * is not. Such a trail stands at each account that sees it.
 */
@Component
class TrailElsewhereSource implements Source {

	static final String NAME = "cloudtrail-elsewhere";

	@Override
	public SourceDefinition definition() {
		return SourceDefinition.global(NAME, CloudTrailClient.class)
			.operations("0.1.0", "cloudtrail:DescribeTrails", "cloudtrail:GetTrailStatus",
					"cloudtrail:GetEventSelectors")
			.evidence(TrailShadow.class, dev.rollcall.collect.cloudtrail.Trail.class, TrailList.class)
			.whenEmpty("READ")
			.build();
	}

	@Override
	public Answer collect(CellScope cell) {
		Shown shown = shown(cell);
		cell.emit(new TrailList(shown.region(), shown.trails().size()));
		shown.trails().forEach((trail) -> collect(cell, trail, shown.region()));
		return Answer.READ;
	}

	/**
	 * A trail deleted since it was shown is not there. Of one that another account owns,
	 * the list has to agree: whoever may not see it could be told the same.
	 */
	private static void collect(CellScope cell, Trail trail, String shownIn) {
		String owner = TrailReader.owner(trail);
		Optional<dev.rollcall.collect.cloudtrail.Trail> read = Optional.empty();
		if (!cell.isCalled(new Cell(new AccountId(owner), trail.homeRegion(), TrailSource.NAME))
				&& !isReadByOwner(cell, owner)) {
			read = TrailReader.readIfThere(cell, trail);
			if (read.isEmpty()) {
				requireGone(cell, trail, owner, shownIn);
				return;
			}
		}
		cell.emit(new TrailShadow(trail.trailARN(), trail.name(), owner, trail.homeRegion(),
				TrailReader.isOfAllRegions(trail), TrailReader.isOfOrganization(trail), shownIn));
		read.ifPresent((whole) -> cell.emit(cell.account().id(), trail.homeRegion(), whole));
	}

	private static void requireGone(CellScope cell, Trail trail, String owner, String shownIn) {
		if (!owner.equals(cell.account().id().value())
				&& trails(cell, shownIn).stream().anyMatch((shown) -> shown.trailARN().equals(trail.trailARN()))) {
			throw new UnexpectedAnswerException("cloudtrail:DescribeTrails shows " + trail.trailARN()
					+ ", of which CloudTrail says that it is not there");
		}
	}

	/** The owner itself reads the trails it has in Regions that are not asked. */
	private static boolean isReadByOwner(CellScope cell, String owner) {
		return !owner.equals(cell.account().id().value())
				&& cell.isCalled(new Cell(new AccountId(owner), Cell.GLOBAL, NAME));
	}

	/**
	 * Asks the Regions of the account one after the other until one answers.
	 * @throws RuntimeException what the first Region came to, when none answered
	 */
	private static Shown shown(CellScope cell) {
		Optional<RuntimeException> refusal = Optional.empty();
		for (String region : cell.regionsAsked()) {
			try {
				return new Shown(region, trails(cell, region));
			}
			catch (SdkException | CallGivenUpException | UnexpectedAnswerException ex) {
				refusal = Optional.of(refusal.orElse(ex));
			}
		}
		throw refusal.orElseGet(() -> new IllegalStateException("The night asks no Region"));
	}

	private static List<Trail> trails(CellScope cell, String region) {
		return cell.client(CloudTrailClient.class, Region.of(region))
			.describeTrails((request) -> request.includeShadowTrails(true))
			.trailList();
	}

	private record Shown(String region, List<Trail> trails) {

	}

}
