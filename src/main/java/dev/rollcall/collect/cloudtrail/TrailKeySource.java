package dev.rollcall.collect.cloudtrail;

import java.util.List;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.Arn;
import dev.rollcall.account.UnexpectedAnswerException;
import dev.rollcall.collect.CellScope;
import dev.rollcall.collect.DistinctSource;
import dev.rollcall.collect.EvidenceRow;
import dev.rollcall.collect.NightScope;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.collect.Thing;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.NotFoundException;

/**
 * Reads the keys that trails name, each in the account and Region that its ARN tells.
 */
@Component
class TrailKeySource implements DistinctSource {

	@Override
	public SourceDefinition definition() {
		return SourceDefinition.distinct("cloudtrail-key", KmsClient.class)
			.operations("0.3.0", "kms:DescribeKey", "kms:GetKeyRotationStatus")
			.evidence(TrailKey.class)
			.dependsOn(TrailSource.NAME, TrailElsewhereSource.NAME)
			.whenEmpty("–")
			.build();
	}

	@Override
	public List<Thing> things(EvidenceRow row, NightScope night) {
		if (!(row.evidence() instanceof Trail trail)) {
			return List.of();
		}
		String name = trail.kmsKeyId();
		return (name != null) ? List.of(thing(trail, name)) : List.of();
	}

	private static Thing thing(Trail trail, String name) {
		Arn home = Arn.parse(trail.arn())
			.orElseThrow(() -> new UnexpectedAnswerException("'" + trail.arn() + "' is no trail's ARN"));
		Arn key = Arn.parse(name).orElseGet(() -> local(home, name));
		String region = key.region().isEmpty() ? home.region() : key.region();
		return new Thing(key.toString(), region, List.of(new AccountId(key.account())));
	}

	/**
	 * A bare id, or alias, is one of the trail's account where the trail is at home;
	 * since that is not said, its ARN leaves the Region out.
	 */
	private static Arn local(Arn trail, String name) {
		return new Arn(trail.partition(), "kms", "", trail.account(), name.contains("/") ? name : "key/" + name);
	}

	@Override
	public Answer collect(CellScope cell) {
		Arn named = Arn.parse(cell.thing()).orElseThrow();
		try {
			cell.emit(new KeyReader(cell.client(KmsClient.class)).read(cell.thing(), id(named)));
		}
		catch (NotFoundException ex) {
			if (!isPlaced(named)) {
				throw ex;
			}
			cell.emit(TrailKey.gone(cell.thing()));
		}
		return Answer.READ;
	}

	/** As KMS takes it. */
	private static String id(Arn named) {
		return named.region().isEmpty() ? named.resource().replaceFirst("^key/", "") : named.toString();
	}

	/**
	 * Whether there is no such key where none is found. An alias that is gone says
	 * nothing of the key that it named, and a bare id may be another Region's.
	 */
	private static boolean isPlaced(Arn named) {
		return !named.region().isEmpty() && named.resource().startsWith("key/");
	}

}
