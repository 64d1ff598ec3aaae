package dev.rollcall.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What each control of things that trails name is held to. */
abstract class ThingControlTests {

	static final String ACCOUNT = "111111111111";

	static final Kind BUCKETS = new Kind("cloudtrail-bucket", "trail_bucket", "global", "arn:aws:s3:::b",
			"s3:GetBucketAcl", "bucket");

	static final Kind KEYS = new Kind("cloudtrail-key", "trail_key", "eu-west-1",
			"arn:aws:kms:eu-west-1:111111111111:key/k", "kms:DescribeKey", "key");

	@RegisterExtension
	final TestNight night = new TestNight();

	private final String control;

	private final Kind kind;

	private final Map<String, Object> good;

	private final Map<String, Object> bad;

	/**
	 * Tests a control.
	 * @param good what is said of a thing that complies
	 * @param bad what is said of one that does not
	 */
	ThingControlTests(String control, Kind kind, Map<String, Object> good, Map<String, Object> bad) {
		this.control = control;
		this.kind = kind;
		this.good = good;
		this.bad = bad;
		this.night.member(ACCOUNT);
	}

	@Test
	void saysOfEachThingAndOfNoOther() {
		String other = this.kind.arn() + "2";
		told(thing(read(this.night), this.kind.arn()), this.kind.arn(), this.good);
		told(thing(this.night, other), other, this.bad);
		assertThat(judgements(this.night)).extracting(Judgement::resource, Judgement::verdict)
			.containsExactly(tuple(this.kind.arn(), "COMPLIANT"), tuple(other, "NON_COMPLIANT"));
	}

	@Test
	void doesNotKnowWhatNobodyWasAllowedToRead() {
		String operation = this.kind.operation();
		read(this.night).denied(ACCOUNT, this.kind.source(), this.kind.region(), operation);
		assertThat(judgements(this.night)).containsExactly(new Judgement(ACCOUNT, this.kind.region(),
				TestNight.anyThing(ACCOUNT, this.kind.region()), "INSUFFICIENT_DATA",
				operation + " was denied (AccessDenied); the permission " + operation + " is missing."));
	}

	@Test
	void doesNotApplyToAccountOfWhichNoTrailNamesAnything() {
		assertThat(judgements(read(this.night))).containsExactly(
				Judgement.of(ACCOUNT, "NOT_APPLICABLE", "No trail names a " + this.kind.noun() + " of this account."));
	}

	@Test
	void saysBesideThingsThatTrailsCouldNameMore() {
		read(this.night).denied(ACCOUNT, "cloudtrail", "us-east-1", "cloudtrail:DescribeTrails");
		told(thing(this.night, this.kind.arn()), this.kind.arn(), this.good);
		assertThat(judgements(this.night)).extracting(Judgement::resource, Judgement::verdict)
			.containsExactlyInAnyOrder(tuple(ACCOUNT, "INSUFFICIENT_DATA"), tuple(this.kind.arn(), "COMPLIANT"));
	}

	/** The verdict and reason of a thing of which this is said. */
	final String of(Map<String, Object> said) {
		try (TestNight other = new TestNight()) {
			told(thing(read(other.member(ACCOUNT)), this.kind.arn()), this.kind.arn(), said);
			return only(other);
		}
	}

	/**
	 * The verdict and reason of a thing whose cell is read, and of which no row says
	 * anything.
	 */
	final String ofNothing() {
		try (TestNight other = new TestNight()) {
			return only(thing(read(other.member(ACCOUNT)), this.kind.arn()));
		}
	}

	private String only(TestNight other) {
		List<Judgement> judgements = judgements(other);
		assertThat(judgements).hasSize(1);
		assertThat(judgements.get(0).resource()).isEqualTo(this.kind.arn());
		return judgements.get(0).verdict() + " " + judgements.get(0).reason();
	}

	private List<Judgement> judgements(TestNight judged) {
		return judged.judge(this.control);
	}

	private TestNight read(TestNight fresh) {
		return fresh.read(ACCOUNT, "cloudtrail", "eu-west-1").read(ACCOUNT, "cloudtrail-elsewhere", "global");
	}

	private TestNight thing(TestNight asked, String arn) {
		return asked.thing(ACCOUNT, this.kind.source(), this.kind.region(), arn, CellStatus.READ);
	}

	private void told(TestNight asked, String arn, Map<String, Object> said) {
		Map<String, Object> values = new HashMap<>(said);
		values.put("arn", arn);
		values.putIfAbsent("found", true);
		asked.row(this.kind.dataset(), ACCOUNT, this.kind.region(), values);
	}

	/**
	 * A kind of things.
	 *
	 * @param operation one that its source asks
	 * @param noun what sentences call one
	 */
	record Kind(String source, String dataset, String region, String arn, String operation, String noun) {

	}

}
