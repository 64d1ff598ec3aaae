package dev.rollcall.control;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.rollcall.dataset.Schema;

/**
 * The datasets that judging a night makes beside projections. Controls read none of them
 * but {@code parameter}; a projection that does is made when all are there.
 */
public final class JudgedDatasets {

	public static final Schema CONTROL = named("control", ControlEntry.class);

	public static final Schema CONFIG_RULE_CSF = Schema.of(ConfigRuleCsf.class);

	public static final Schema FINDING = Schema.of(Finding.class);

	public static final Schema UNIT = Schema.of(Unit.class);

	public static final Schema CHANGE = Schema.of(Change.class);

	public static final Schema WAIVER = named("waiver", WaiverEntry.class);

	/** The one that controls read, each for itself. */
	public static final Schema PARAMETER = named("parameter", ParameterEntry.class);

	public static final Schema LEFT_OUT_CONTROL = Schema.of(LeftOutControl.class);

	/** All of them. */
	public static final List<Schema> ALL = List.of(CONTROL, CONFIG_RULE_CSF, PARAMETER, LEFT_OUT_CONTROL, FINDING, UNIT,
			CHANGE, WAIVER);

	private JudgedDatasets() {
	}

	static Set<String> names() {
		return ALL.stream().map(Schema::dataset).collect(Collectors.toUnmodifiableSet());
	}

	private static Schema named(String dataset, Class<? extends Record> type) {
		return new Schema(dataset, Schema.of(type).columns());
	}

}
