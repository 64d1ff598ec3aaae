package dev.rollcall.collect;

import java.util.List;

import dev.rollcall.account.AccountId;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.config.ConfigClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class SourceRulesTests {

	private static final Source EACH = source(SourceDefinition.regional("each", ConfigClient.class));

	private static final Source NAMING = source(
			SourceDefinition.organizational("naming", Scope.ORGANIZATION_REGION, ConfigClient.class)
				.askedIn(AskedIn.MANAGEMENT)
				.evidence(Named.class));

	@Test
	void eachSourceComesAfterAllThatItNeeds() {
		Source owner = source(named("a-owner").dependsOn("naming"));
		Source answered = source(SourceDefinition.regional("a", ConfigClient.class).answeredBy("a-owner"));
		SourceCatalog catalog = new SourceCatalog(List.of(answered, owner, EACH, NAMING));
		assertThat(catalog.names()).containsSubsequence("naming", "a-owner", "a");
		assertThat(catalog.foundations()).extracting(SourceDefinition::name).containsExactly("naming", "a-owner");
	}

	@Test
	void refusesSourcesThatDependOnEachOther() {
		refused("Sources depend on each other: [a, b]",
				source(SourceDefinition.regional("a", ConfigClient.class).dependsOn("b")),
				source(SourceDefinition.regional("b", ConfigClient.class).dependsOn("a")));
		refused("Sources depend on each other: [a]",
				source(SourceDefinition.regional("a", ConfigClient.class).dependsOn("a")));
	}

	@Test
	void refusesTwoSourcesOfOneName() {
		refused("The source 'each' is there twice", EACH, EACH);
	}

	@Test
	void refusesADependencyThatIsNoSource() {
		refused("The source 'a' depends on 'b', which is no source",
				source(SourceDefinition.regional("a", ConfigClient.class).dependsOn("b")));
	}

	@Test
	void refusesAQuestionForTheOrganizationThatNeedsEachAccount() {
		refused("The source 'a' is asked once for the organization and depends on 'each', which is asked in each"
				+ " account: it would not wait for all of them", EACH,
				source(SourceDefinition.organizational("a", Scope.ORGANIZATION, ConfigClient.class)
					.askedIn(AskedIn.MANAGEMENT)
					.dependsOn("each")));
	}

	@Test
	void refusesWhatIsAskedFirstAndNeedsAnAnswer() {
		refused("The source 'account-regions' is asked before all others, and needs an answer of [each]", EACH,
				source(SourceDefinition.global("account-regions", ConfigClient.class).dependsOn("each")));
	}

	@Test
	void refusesAnAdministratorThatNobodyNames() {
		refused("The source 'a' is asked of an administrator that evidence names, and depends on no source for the"
				+ " organization whose evidence names one", source(named("a")));
		refused("The source 'a' is asked of an administrator that evidence names, and depends on no source for the"
				+ " organization whose evidence names one", NAMING,
				source(SourceDefinition.regional("a", ConfigClient.class)
					.askedIn(AskedIn.NAMED_ADMINISTRATOR)
					.dependsOn("naming")));
	}

	@Test
	void refusesACellOfWhichSeveralAreAsked() {
		refused("The source 'a' has one cell an account, and is asked of several others about it",
				source(SourceDefinition.global("a", ConfigClient.class)
					.askedIn(AskedIn.MANAGEMENT_AND_ADMINISTRATORS, "config.amazonaws.com")));
	}

	@Test
	void refusesAnOwnerWhoseAnswerIsNoneForTheCell() {
		refused("The source 'a' is answered by 'each', which is not asked of one account for the organization", EACH,
				source(SourceDefinition.regional("a", ConfigClient.class).answeredBy("each")));
		refused("The source 'a' has no Region and is answered by 'naming', which answers for one", NAMING,
				source(SourceDefinition.global("a", ConfigClient.class).answeredBy("naming")));
		refused("The source 'a' is not asked in each account, and is answered by 'naming'", NAMING,
				source(SourceDefinition.organizational("a", Scope.ORGANIZATION_REGION, ConfigClient.class)
					.askedIn(AskedIn.MANAGEMENT)
					.answeredBy("naming")));
	}

	@Test
	void refusesAQuestionAboutThingsThatNoAccountNames() {
		refused("The source 'a' is asked once a thing, and depends on no source whose evidence names any",
				distinct(SourceDefinition.distinct("a", ConfigClient.class)));
		refused("The source 'a' is asked once a thing, and depends on 'naming', which is not asked in each account",
				NAMING, EACH, distinct(SourceDefinition.distinct("a", ConfigClient.class).dependsOn("each", "naming")));
	}

	@Test
	void refusesAQuestionAboutThingsOfAnybodyButTheOwner() {
		refused("The source 'a' is asked once a thing, and not of the account that owns it", EACH, distinct(
				SourceDefinition.distinct("a", ConfigClient.class).askedIn(AskedIn.MANAGEMENT).dependsOn("each")));
		refused("The source 'a' is not asked in each account, and is answered by 'naming'", EACH, NAMING,
				distinct(SourceDefinition.distinct("a", ConfigClient.class).dependsOn("each").answeredBy("naming")));
	}

	@Test
	void refusesEvidenceThatDoesNotSayOfWhichThingItIs() {
		refused("The source 'a' is asked once a thing, and Named does not say of which", EACH,
				distinct(SourceDefinition.distinct("a", ConfigClient.class).dependsOn("each").evidence(Named.class)));
	}

	@Test
	void refusesADistinctScopeOfWhichTheClassKnowsNothing() {
		refused("The source 'a' is asked once a thing by its scope or by its class, and not by both", EACH,
				source(SourceDefinition.distinct("a", ConfigClient.class).dependsOn("each")));
		refused("The source 'a' is asked once a thing by its scope or by its class, and not by both", EACH,
				distinct(SourceDefinition.regional("a", ConfigClient.class).dependsOn("each")));
	}

	@Test
	void refusesWhatCouldOnlyBeAskedAfterThings() {
		Source things = distinct(SourceDefinition.distinct("things", ConfigClient.class).dependsOn("each"));
		String sentence = "The source 'a' depends on 'things', which is asked once a thing, when all else is read";
		refused(sentence, EACH, things, source(SourceDefinition.global("a", ConfigClient.class).dependsOn("things")));
		refused(sentence, EACH, things,
				source(SourceDefinition.organizational("a", Scope.ORGANIZATION, ConfigClient.class)
					.askedIn(AskedIn.MANAGEMENT)
					.dependsOn("things")));
		refused(sentence, EACH, things,
				distinct(SourceDefinition.distinct("a", ConfigClient.class).dependsOn("each", "things")));
	}

	private static void refused(String sentence, Source... sources) {
		assertThatIllegalStateException().isThrownBy(() -> new SourceCatalog(List.of(sources))).withMessage(sentence);
	}

	private static SourceDefinition.Builder named(String name) {
		return SourceDefinition.organizational(name, Scope.ORGANIZATION_REGION, ConfigClient.class)
			.askedIn(AskedIn.NAMED_ADMINISTRATOR);
	}

	private static Source source(SourceDefinition.Builder definition) {
		return new GivenSource(definition.build(), (cell) -> Source.Answer.READ);
	}

	private static Source distinct(SourceDefinition.Builder definition) {
		SourceDefinition built = definition.build();
		return new DistinctSource() {

			@Override
			public SourceDefinition definition() {
				return built;
			}

			@Override
			public List<Thing> things(EvidenceRow row, NightScope night) {
				return List.of();
			}

			@Override
			public Answer collect(CellScope cell) {
				return Answer.READ;
			}

		};
	}

	record Named(AccountId administrator) implements NamesAdministrator {

	}

}
