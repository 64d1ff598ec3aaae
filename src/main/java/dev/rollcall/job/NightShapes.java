package dev.rollcall.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.rollcall.account.AccountId;
import dev.rollcall.collect.Cell;
import dev.rollcall.collect.CellFailure;
import dev.rollcall.collect.CellResult;
import dev.rollcall.collect.CellStatus;
import dev.rollcall.collect.Coverage;
import dev.rollcall.collect.DeniedBy;
import dev.rollcall.collect.ExpectedGaps;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.control.NightShape;
import org.jspecify.annotations.Nullable;

/** Says what every night of these sources looks like. */
final class NightShapes {

	private static final AccountId ANY_ACCOUNT = new AccountId("000000000000");

	private NightShapes() {
	}

	static NightShape of(SourceCatalog catalog) {
		return new NightShape(NightApplication.schemas(catalog),
				catalog.definitions().stream().map(NightShapes::source).toList());
	}

	private static NightShape.Source source(SourceDefinition source) {
		List<NightShape.Cell> cells = new ArrayList<>();
		for (CellStatus status : CellStatus.values()) {
			cells.add(cell(source, status));
		}
		return new NightShape.Source(source.name(), source.isRegional(), source.isOrganizational(), source.isDistinct(),
				cells);
	}

	private static NightShape.Cell cell(SourceDefinition source, CellStatus status) {
		Cell cell = new Cell(ANY_ACCOUNT, "global", source.name());
		Coverage coverage = Coverage.of(new CellResult(cell, status, failure(source, status), 1, 0, null, 0,
				Instant.EPOCH, List.of(), List.of()), ExpectedGaps.NONE);
		return new NightShape.Cell(status.name(), coverage.operation(), coverage.errorCode(), coverage.unreadVerdict(),
				coverage.unreadReason(), coverage.gap());
	}

	private static @Nullable CellFailure failure(SourceDefinition source, CellStatus status) {
		if (!status.isGap()) {
			return null;
		}
		return new CellFailure(status, source.operations().get(0), "Rehearsed", null,
				(status == CellStatus.DENIED) ? DeniedBy.UNKNOWN : null, null);
	}

}
