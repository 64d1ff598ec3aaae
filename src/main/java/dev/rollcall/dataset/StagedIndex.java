package dev.rollcall.dataset;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a staged file says about itself.
 *
 * @param basis the run whose discovery it was made under
 * @param accounts the accounts that it holds whole
 * @param content what else is to be kept, as JSON
 */
public record StagedIndex(String basis, List<String> accounts, @Nullable String content) {

	public StagedIndex {
		accounts = List.copyOf(accounts);
	}

}
