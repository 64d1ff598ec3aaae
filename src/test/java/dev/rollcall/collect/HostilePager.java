package dev.rollcall.collect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import dev.rollcall.account.FakeAws;
import dev.rollcall.account.FakeAws.Answer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsResponse;

/** A way of giving a list in pages that no client likes. */
enum HostilePager {

	/** The token of the second page is that of the third as well. */
	REPEATS_A_TOKEN(25, "UnexpectedAnswerException") {
		@Override
		AwsResponse page(PagedOperation of, int page, String service) {
			return of.page(of.items(10 * page, 10 * page + 10), "1");
		}
	},

	ALTERNATES_TWO_TOKENS(25, "UnexpectedAnswerException") {
		@Override
		AwsResponse page(PagedOperation of, int page, String service) {
			return of.page(of.items(10 * page, 10 * page + 10), (page == 1) ? "2" : "1");
		}
	},

	GIVES_EMPTY_PAGES_WITH_A_TOKEN(25, null) {
		@Override
		AwsResponse page(PagedOperation of, int page, String service) {
			return of.page((page % 2 == 0) ? of.items(0, 0) : part(of, page / 2), (page < 5) ? next(page) : null);
		}
	},

	ENDS_WITH_AN_EMPTY_PAGE(25, null) {
		@Override
		AwsResponse page(PagedOperation of, int page, String service) {
			return of.page(part(of, page), (page < 3) ? next(page) : null);
		}
	},

	/** In the words of each service. */
	FORGETS_A_TOKEN(25, null) {
		@Override
		AwsResponse page(PagedOperation of, int page, String service) {
			return ordinary(of, page);
		}

		@Override
		boolean forgets(int page, int call) {
			return page == 1 && call < 3;
		}
	},

	FORGETS_EVERY_TOKEN(25, "") {
		@Override
		AwsResponse page(PagedOperation of, int page, String service) {
			return ordinary(of, page);
		}

		@Override
		boolean forgets(int page, int call) {
			return page == 1;
		}
	},

	NEVER_ENDS(25, "LIMIT_PAGES") {
		@Override
		AwsResponse page(PagedOperation of, int page, String service) {
			return of.page(of.items(page, page + 1), next(page));
		}
	},

	GIVES_ITEMS_TWICE(25, null) {
		@Override
		AwsResponse page(PagedOperation of, int page, String service) {
			return of.page(of.items(Math.max(0, 10 * page - 5), Math.min(25, 10 * page + 10)),
					(page < 2) ? next(page) : null);
		}
	},

	/** The list is another one at every page. */
	CHANGES_ITS_ORDER(25, null) {
		@Override
		AwsResponse page(PagedOperation of, int page, String service) {
			List<@Nullable Object> items = new ArrayList<>(
					of.items(Math.max(0, 8 * page - 2), Math.min(25, 8 * page + 9)));
			Collections.reverse(items);
			return of.page(items, (page < 2) ? next(page) : null);
		}
	},

	IGNORES_THE_PAGE_SIZE(1500, null) {
		@Override
		AwsResponse page(PagedOperation of, int page, String service) {
			return of.page(of.items(750 * page, 750 * page + 750), (page < 1) ? next(page) : null);
		}
	},

	GIVES_ONE_HUGE_PAGE(20_000, null) {
		@Override
		AwsResponse page(PagedOperation of, int page, String service) {
			return of.page(of.items(0, 20_000), null);
		}
	},

	HAS_TOKENS_OF_ODD_CHARACTERS(25, null) {
		@Override
		AwsResponse page(PagedOperation of, int page, String service) {
			return of.page(part(of, page),
					(page < 2) ? "\u0000 \t%2F+/=&<>\"'\u2028\uD83D\uDE00 次 " + next(page) : null);
		}
	},

	HAS_ITEMS_OF_NOTHING(25, "UnexpectedAnswerException") {
		@Override
		AwsResponse page(PagedOperation of, int page, String service) {
			List<@Nullable Object> items = new ArrayList<>(part(of, page));
			items.add(3, null);
			return of.page(items, (page < 2) ? next(page) : null);
		}
	};

	/**
	 * How services refuse a token that they do not know, or no longer; the others say
	 * that the input is not valid.
	 */
	private static final Map<String, String> FORGOTTEN = Map.of("config", "InvalidNextTokenException", "organizations",
			"InvalidInputException", "securityhub", "InvalidInputException", "iam", "ValidationError", "guardduty",
			"BadRequestException");

	/** How many items the list has. */
	final int size;

	/** Why it cannot be read; null where it can, empty for the service's own word. */
	private final @Nullable String code;

	HostilePager(int size, @Nullable String code) {
		this.size = size;
		this.code = code;
	}

	abstract AwsResponse page(PagedOperation of, int page, String service);

	boolean forgets(int page, int call) {
		return false;
	}

	@Nullable String code(PagedOperation operation) {
		return "".equals(this.code) ? forgotten(operation) : this.code;
	}

	private static String forgotten(PagedOperation operation) {
		return FORGOTTEN.getOrDefault(operation.service(), "ValidationException");
	}

	/** Answers an operation. */
	void answer(FakeAws aws, PagedOperation operation) {
		int[] calls = { 0 };
		aws.on(operation.name(), (call) -> {
			int page = number(PagedOperation.token(call.request()));
			if (forgets(page, ++calls[0])) {
				throw FakeAws.refusal(400, forgotten(operation), "The token is not valid");
			}
			return page(operation, page, operation.service());
		});
	}

	/** Answers an operation with all the items in one page. */
	void answerWhole(FakeAws aws, PagedOperation operation) {
		aws.on(operation.name(), Answer.of(operation.page(operation.items(0, this.size), null)));
	}

	private static int number(@Nullable String token) {
		return (token == null) ? 0 : Integer.parseInt(token.substring(token.lastIndexOf(' ') + 1));
	}

	private static String next(int page) {
		return String.valueOf(page + 1);
	}

	private static List<@Nullable Object> part(PagedOperation of, int page) {
		return of.items(Math.min(25, 10 * page), Math.min(25, 10 * page + 10));
	}

	private static AwsResponse ordinary(PagedOperation of, int page) {
		return of.page(part(of, page), (page < 2) ? next(page) : null);
	}

}
