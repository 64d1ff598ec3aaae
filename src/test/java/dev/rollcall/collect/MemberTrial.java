package dev.rollcall.collect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

import dev.rollcall.account.FakeAws;
import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.account.FakeTime;
import dev.rollcall.account.UnexpectedAnswerException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsResponse;

/**
 * Reads a source of answers that have everything, in which one member has other values;
 * and of answers that have little else, since several members may say the same.
 */
final class MemberTrial {

	private static final SourceCatalog SHIPPED = Cells.shipped();

	private static final Map<String, Answer> FIXTURES = Fixtures.answers();

	private final Source source;

	private final MemberList list;

	private final String operation;

	private final String path;

	MemberTrial(Source source, MemberList list, String operation, String path) {
		this.source = source;
		this.list = list;
		this.operation = operation;
		this.path = path;
	}

	/** Whether an answer with that value ends the cell as an unexpected one. */
	boolean refuses(Object value) {
		CellFailure failure = read((answer) -> with(answer, value)).failure();
		return failure != null && failure.errorCode().equals(UnexpectedAnswerException.class.getSimpleName());
	}

	/** Whether the cell comes to something else with any other value beside all else. */
	boolean matters(Member member) {
		return matters(member, false);
	}

	/** Whether it does beside all else, or alone. */
	boolean mattersAtLeastAlone(Member member) {
		return matters(member, false) || matters(member, true);
	}

	private boolean matters(Member member, boolean bare) {
		AtomicReference<@Nullable Object> there = new AtomicReference<>();
		Outcome before = Outcome.of(read(bare, (answer) -> (AwsResponse) Samples.with(answer, this.path, (value) -> {
			there.set(value);
			return value;
		})));
		return Samples.others(member, there.get())
			.stream()
			.anyMatch((value) -> !Outcome.of(read(bare, (answer) -> with(answer, value))).equals(before));
	}

	private AwsResponse with(AwsResponse answer, @Nullable Object value) {
		return (AwsResponse) Samples.with(answer, this.path, (there) -> value);
	}

	/** Reads the source of whole answers, one of them changed. */
	CellResult read(UnaryOperator<AwsResponse> change) {
		return read(false, change);
	}

	private CellResult read(boolean bare, UnaryOperator<AwsResponse> change) {
		FakeAws aws = FakeOrganization.in(new FakeAws(new FakeTime()));
		for (String asked : this.source.definition().operations()) {
			Answer answer = Objects.requireNonNull(FIXTURES.get(asked), asked);
			Map<String, MemberUse> uses = bare ? leadingThere(asked) : this.list.members(asked);
			aws.on(asked, (call) -> {
				AwsResponse filled = (AwsResponse) Samples.filled(answer.to(call), uses, "");
				return asked.equals(this.operation) ? change.apply(filled) : filled;
			});
		}
		Source[] needed = this.source.definition().dependsOn().stream().map(SHIPPED::named).toArray(Source[]::new);
		return new Cells(aws).read(this.source, needed);
	}

	/** The member itself and those that it stands below. */
	private Map<String, MemberUse> leadingThere(String asked) {
		Map<String, MemberUse> uses = new HashMap<>(asked.equals(this.operation) ? this.list.members(asked) : Map.of());
		uses.keySet().removeIf((other) -> !(this.path + ".").startsWith(other + "."));
		return uses;
	}

	/** What a cell came to. */
	private record Outcome(CellStatus status, @Nullable CellFailure failure, List<Record> rows) {

		static Outcome of(CellResult result) {
			return new Outcome(result.status(), result.failure(), Cells.evidence(result));
		}

	}

}
