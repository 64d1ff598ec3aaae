package dev.rollcall.collect.cloudtrail;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.FakeAws;
import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.account.FakeTime;
import dev.rollcall.collect.CellResult;
import dev.rollcall.collect.CellStatus;
import dev.rollcall.collect.Cells;
import dev.rollcall.collect.EvidenceRow;
import dev.rollcall.collect.Thing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.kms.model.DescribeKeyRequest;
import software.amazon.awssdk.services.kms.model.DescribeKeyResponse;
import software.amazon.awssdk.services.kms.model.GetKeyRotationStatusResponse;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.NotFoundException;
import software.amazon.awssdk.services.kms.model.UnsupportedOperationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class TrailKeySourceTests {

	private static final String KEY = "arn:aws:kms:us-east-1:333333333333:key/mrk-1";

	private static final String ALIAS = "arn:aws:kms:us-east-1:333333333333:alias/trails";

	private static final String BARE = "arn:aws:kms::333333333333:key/mrk-1";

	private static final String STATUS = "kms:GetKeyRotationStatus";

	private final FakeAws aws = new FakeAws(new FakeTime());

	private final Cells cells = new Cells(this.aws);

	private final TrailKeySource source = new TrailKeySource();

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			textBlock = """
					arn:aws:kms:us-east-1:333333333333:key/mrk-1,         arn:aws:kms:us-east-1:333333333333:key/mrk-1,         us-east-1
					arn:aws:kms:us-east-1:333333333333:alias/trails,      arn:aws:kms:us-east-1:333333333333:alias/trails,      us-east-1
					arn:aws-cn:kms:cn-north-1:333333333333:key/k,         arn:aws-cn:kms:cn-north-1:333333333333:key/k,         cn-north-1
					""")
	void asksTheAccountAndTheRegionOfTheArn(String named, String arn, String region) {
		assertThat(things(named)).containsExactly(new Thing(arn, region, List.of(new AccountId("333333333333"))));
	}

	@Test
	void asksTheTrailsAccountAtHomeForABareName() {
		List<AccountId> owner = List.of(new AccountId(Cells.MEMBER));
		assertThat(things("mrk-1"))
			.containsExactly(new Thing("arn:aws:kms::222222222222:key/mrk-1", "eu-west-1", owner));
		assertThat(things("alias/trails"))
			.containsExactly(new Thing("arn:aws:kms::222222222222:alias/trails", "eu-west-1", owner));
		assertThat(things(null)).isEmpty();
	}

	@Test
	void readsAKeyAndHowOftenItRotates() {
		described((key) -> key.deletionDate(Instant.EPOCH));
		this.aws.on(STATUS, Answer
			.of(GetKeyRotationStatusResponse.builder().keyRotationEnabled(true).rotationPeriodInDays(90).build()));
		assertThat(Cells.evidence(read(KEY))).containsExactly(new TrailKey(KEY, true, KEY, "Enabled", "CUSTOMER",
				"AWS_KMS", "SYMMETRIC_DEFAULT", Instant.EPOCH, true, 90, null, null));
	}

	@ParameterizedTest
	@CsvSource({ "KEY_MATERIAL_EXPIRES, true", "KEY_MATERIAL_DOES_NOT_EXPIRE, false" })
	void readsWhetherImportedMaterialExpires(String model, boolean expires) {
		described((key) -> key.origin("EXTERNAL").expirationModel(model).validTo(Instant.EPOCH));
		assertThat(read(KEY).evidence(TrailKey.class))
			.extracting(TrailKey::materialExpires, TrailKey::materialExpiresAt)
			.containsExactly(tuple(expires, Instant.EPOCH));
	}

	@Test
	void asksForRotationByTheKeyThatAnAliasNames() {
		described((key) -> {
		});
		this.aws.on(STATUS, Answer.of(GetKeyRotationStatusResponse.builder().keyRotationEnabled(false).build()));
		assertThat(read(ALIAS).evidence(TrailKey.class)).extracting(TrailKey::arn, TrailKey::keyArn, TrailKey::rotating)
			.containsExactly(tuple(ALIAS, KEY, false));
		assertThat(this.aws.calls("kms:DescribeKey").get(0).request(DescribeKeyRequest.class).keyId()).isEqualTo(ALIAS);
		assertThat(this.aws.calls(STATUS)).hasSize(1);
		read(BARE);
		assertThat(this.aws.calls("kms:DescribeKey").get(1).request(DescribeKeyRequest.class).keyId())
			.isEqualTo("mrk-1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Creating", "PendingDeletion", "PendingImport", "PendingReplicaDeletion", "Unavailable",
			"Updating" })
	void doesNotAskAKeyForRotationWhoseStateLeavesItOpen(String state) {
		described((key) -> key.keyState(state));
		assertThat(read(KEY).evidence(TrailKey.class)).extracting(TrailKey::rotating).containsOnlyNulls();
		assertThat(this.aws.calls(STATUS)).isEmpty();
	}

	@Test
	void doesNotAskAKeyForRotationThatKmsCannotRotate() {
		for (String origin : List.of("EXTERNAL", "AWS_CLOUDHSM", "EXTERNAL_KEY_STORE")) {
			described((key) -> key.origin(origin));
			assertThat(read(KEY).evidence(TrailKey.class)).extracting(TrailKey::rotating).containsOnlyNulls();
		}
		described((key) -> key.keySpec("RSA_2048"));
		assertThat(read(KEY).evidence(TrailKey.class)).extracting(TrailKey::rotating).containsOnlyNulls();
		assertThat(this.aws.calls(STATUS)).isEmpty();
	}

	@Test
	void takesARotationThatKmsDoesNotSupportForNoAnswer() {
		described((key) -> {
		});
		this.aws.on(STATUS, Answer.failing(UnsupportedOperationException.builder().statusCode(400).build()));
		assertThat(read(KEY).evidence(TrailKey.class)).extracting(TrailKey::rotating).containsOnlyNulls();
	}

	@Test
	void aKeyThatItsOwnAccountDoesNotHaveIsGone() {
		this.aws.on("kms:DescribeKey", Answer.failing(gone()));
		assertThat(Cells.evidence(read(KEY))).containsExactly(TrailKey.gone(KEY));
	}

	@Test
	void aKeyThatVanishesBetweenTwoQuestionsIsGone() {
		described((key) -> {
		});
		this.aws.on(STATUS, Answer.failing(gone()));
		assertThat(Cells.evidence(read(KEY))).containsExactly(TrailKey.gone(KEY));
	}

	@Test
	void anAliasOrABareNameThatIsNotThereSaysNothingOfTheKey() {
		this.aws.on("kms:DescribeKey", Answer.failing(gone()));
		for (String named : List.of(ALIAS, BARE)) {
			CellResult cell = read(named);
			assertThat(cell.status()).isEqualTo(CellStatus.FAILED);
			assertThat(cell.rows()).isEmpty();
		}
	}

	@Test
	void aKeyWhosePolicyRefusesIsAGapThatNamesThePermission() {
		described((key) -> {
		});
		this.aws.on(STATUS, Answer.refusing(400, "AccessDeniedException",
				"not authorized because no resource-based policy allows the kms:GetKeyRotationStatus action"));
		CellResult cell = read(KEY);
		assertThat(cell.status()).isEqualTo(CellStatus.DENIED);
		assertThat(cell.failure()).extracting("operation").isEqualTo(STATUS);
	}

	@Test
	void anAnswerWithoutItsWordsIsNone() {
		described((key) -> key.keyState("Sleeping"));
		assertThat(read(KEY).status()).isEqualTo(CellStatus.FAILED);
		described((key) -> key.keyManager((String) null));
		this.aws.on(STATUS, Answer.of(GetKeyRotationStatusResponse.builder().keyRotationEnabled(false).build()));
		assertThat(read(KEY).status()).isEqualTo(CellStatus.FAILED);
		described((key) -> {
		});
		this.aws.on(STATUS, Answer.of(GetKeyRotationStatusResponse.builder().keyId(KEY).build()));
		assertThat(read(KEY).status()).isEqualTo(CellStatus.FAILED);
	}

	private static NotFoundException gone() {
		return (NotFoundException) NotFoundException.builder().statusCode(400).message("it is not there").build();
	}

	private void described(Consumer<KeyMetadata.Builder> change) {
		KeyMetadata.Builder key = KeyMetadata.builder()
			.arn(KEY)
			.keyState("Enabled")
			.keyManager("CUSTOMER")
			.origin("AWS_KMS")
			.keySpec("SYMMETRIC_DEFAULT");
		change.accept(key);
		this.aws.on("kms:DescribeKey", Answer.of(DescribeKeyResponse.builder().keyMetadata(key.build()).build()));
	}

	private CellResult read(String arn) {
		return this.cells.read(this.source, Cells.OTHER,
				new Thing(arn, "us-east-1", List.of(new AccountId(Cells.OTHER))));
	}

	private List<Thing> things(@Nullable String key) {
		Trail trail = new Trail("arn:aws:cloudtrail:eu-west-1:222222222222:trail/t", "t", true, false, true, true, key,
				"b", ManagementEvents.ALL, false, null, null, null, true, List.of("*"), List.of("*"), List.of(),
				List.of(), List.of(), List.of(), List.of(), List.of(), null, null, null, null, null, null, null, null,
				null);
		return this.source.things(
				new EvidenceRow(new AccountId(Cells.MEMBER), "eu-west-1", "cloudtrail", Instant.EPOCH, trail),
				this.cells.night());
	}

}
