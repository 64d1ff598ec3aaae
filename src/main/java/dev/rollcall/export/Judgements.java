package dev.rollcall.export;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

import dev.rollcall.control.Finding;
import dev.rollcall.dataset.Database;
import dev.rollcall.export.AccountSlices.Slice;
import org.jspecify.annotations.Nullable;

/** Puts findings together with what their readers elsewhere cannot look up. */
final class Judgements {

	private final Database database;

	private final Map<String, ControlFacts> controls = new HashMap<>();

	private final Map<String, WaiverFacts> waivers = new HashMap<>();

	/**
	 * Reads what people wrote.
	 * @param database shows the datasets account, control, finding and waiver
	 */
	Judgements(Database database) {
		this.database = database;
		database.query("SELECT * FROM control", (row) -> {
			ControlFacts control = row.record(1, ControlFacts.class);
			this.controls.put(control.controlId(), control);
		});
		database.query("SELECT * FROM waiver", (row) -> {
			WaiverFacts waiver = row.record(1, WaiverFacts.class);
			this.waivers.put(waiver.waiverId(), waiver);
		});
	}

	/** Gives all, in the order of accounts, Regions, controls and resources. */
	void forEach(Consumer<Judgement> taker) {
		AccountSlices.of(this.database).forEach((slice) -> forEach(slice, taker));
	}

	private void forEach(Slice slice, Consumer<Judgement> taker) {
		Map<String, AccountFacts> accounts = new HashMap<>();
		this.database.query(slice.rows("account"), (row) -> {
			AccountFacts account = row.record(1, AccountFacts.class);
			accounts.put(account.accountId(), account);
		});
		this.database.query(slice.rows("finding") + " ORDER BY account_id, region, control_id, resource_id",
				(row) -> taker.accept(judgement(row.record(1, Finding.class), accounts)));
	}

	private Judgement judgement(Finding finding, Map<String, AccountFacts> accounts) {
		ControlFacts control = this.controls.get(finding.controlId());
		if (control == null) {
			throw new IllegalStateException("The night has no row of the control " + finding.controlId());
		}
		String account = finding.accountId().value();
		return new Judgement(finding, accounts.getOrDefault(account, AccountFacts.unknown(account)), control,
				waiver(finding.waiverId()));
	}

	/** A waiver's id stands for it where its row is missing. */
	private @Nullable WaiverFacts waiver(@Nullable String id) {
		return (id != null) ? this.waivers.getOrDefault(id, new WaiverFacts(id, null, null, null, null, null, null))
				: null;
	}

}
