package dev.rollcall.collect;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import dev.rollcall.account.FakeAws;
import dev.rollcall.account.FakeTime;
import dev.rollcall.collect.PagedList.Outcome;
import dev.rollcall.collect.config.ConfigAggregator;
import dev.rollcall.faults.Soak;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.SdkPojo;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lists whose pages are given in hostile ways: what can be read is read whole, each thing
 * once; what cannot, is a failure that says why.
 */
@Tag("once")
class HostilePagerTests {

	private static final int SAMPLE = 4;

	/** Lists whose source itself ends reading, and says so. */
	private static final Set<String> READ_IN_PART = Set.of("guardduty:ListFindings", "securityhub:GetFindings");

	@Test
	@Timeout(300)
	void readsEveryListWholeOrNotAtAll() {
		int injected = 0;
		List<String> faults = new ArrayList<>();
		for (HostilePager pager : HostilePager.values()) {
			for (PagedList list : lists(pager)) {
				injected++;
				String fault = fault(pager, list);
				if (!fault.isEmpty()) {
					faults.add(list + " " + pager + ": " + fault);
				}
			}
		}
		Soak.report("E hostile pagers", injected, faults.size(), faults);
	}

	/** What takes many pages is met by a few in the normal build. */
	private static List<PagedList> lists(HostilePager pager) {
		List<PagedList> all = new ArrayList<>(PagedLists.all());
		all.removeIf((list) -> pager == HostilePager.NEVER_ENDS && READ_IN_PART.contains(list.toString()));
		Collections.shuffle(all, new Random(Soak.seed()));
		boolean many = pager == HostilePager.NEVER_ENDS || pager == HostilePager.GIVES_ONE_HUGE_PAGE;
		return (many && !Soak.isOn()) ? all.subList(0, SAMPLE) : all;
	}

	@Test
	void knowsEveryOperationWithPagesThatASourceUses() throws ReflectiveOperationException {
		List<String> known = PagedLists.all().stream().map(PagedList::toString).toList();
		SourceCatalog shipped = Cells.shipped();
		for (SourceDefinition source : shipped.definitions()) {
			for (String operation : source.operations()) {
				if (hasPages(source.service(), operation.substring(operation.indexOf(':') + 1))) {
					assertThat(known)
						.as("%s answers in pages: %s has to say of what", operation,
								Fixtures.file(shipped.named(source.name())))
						.contains(operation);
				}
			}
		}
	}

	/** Whether the SDK asks for it with a page's token. */
	private static boolean hasPages(Class<?> client, String operation) throws ReflectiveOperationException {
		for (Method method : client.getMethods()) {
			if (method.getName().equalsIgnoreCase(operation) && method.getParameterCount() == 1
					&& AwsRequest.class.isAssignableFrom(method.getParameterTypes()[0])) {
				SdkPojo request = (SdkPojo) method.getParameterTypes()[0].getMethod("builder").invoke(null);
				return Objects.requireNonNull(request).sdkFields().stream().anyMatch(PagedOperation::isToken);
			}
		}
		throw new AssertionError(client + " has no " + operation);
	}

	private static String fault(HostilePager pager, PagedList list) {
		PagedOperation operation = list.operation();
		FakeAws aws = organization();
		pager.answer(aws, operation);
		Outcome outcome = list.read().apply(aws);
		String code = pager.code(operation);
		if (code != null) {
			return outcome.code() != null && outcome.found().isEmpty()
					&& (outcome.code().equals(code) || isUnreadableFor(operation, outcome.code())) ? ""
							: outcome.code() + ", " + outcome.found().size() + " rows where " + code + " was expected";
		}
		FakeAws friendly = organization();
		pager.answerWhole(friendly, operation);
		Outcome whole = list.read().apply(friendly);
		return whole.code() == null && outcome.code() == null && count(outcome.found()).equals(count(whole.found()))
				? "" : outcome.code() + ", " + outcome.found().size() + " rows where " + whole.found().size()
						+ " were expected";
	}

	/** What is answered where nothing else is said: one thing of every kind. */
	private static FakeAws organization() {
		return RosterFixture.in(FakeOrganization.in(new FakeAws(new FakeTime())));
	}

	/** The roster's operations are no cell's: the message names the operation. */
	private static boolean isUnreadableFor(PagedOperation operation, String message) {
		return message.contains("could not be read: " + operation.name());
	}

	private static Map<Object, Integer> count(List<Object> found) {
		Map<Object, Integer> counts = new HashMap<>();
		found.forEach((one) -> counts.merge(order(one), 1, Integer::sum));
		return counts;
	}

	/** A list of sources that failed has no order of its own. */
	private static Object order(Object evidence) {
		return (evidence instanceof ConfigAggregator aggregator)
				? List.of(aggregator.arn(), aggregator.sources(), new TreeSet<>(aggregator.failedSources()))
				: Objects.requireNonNull(evidence);
	}

}
