package dev.rollcall.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import dev.rollcall.dataset.Staged;
import dev.rollcall.organization.DelegatedAdministrator;
import dev.rollcall.organization.Discovery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the steps of the running night hand on to each other. Used by one thread. */
@Component
class Night {

	private @Nullable Discovery discovery;

	private List<DelegatedAdministrator> administrators = List.of();

	private final List<Staged> staged = new ArrayList<>();

	private @Nullable String basis;

	private @Nullable LocalDate comparedWith;

	private @Nullable NightOutcome outcome;

	private boolean published;

	void discovered(Discovery discovery, List<DelegatedAdministrator> administrators) {
		this.discovery = discovery;
		this.administrators = List.copyOf(administrators);
	}

	Discovery discovery() {
		if (this.discovery == null) {
			throw new IllegalStateException("The step discover comes first");
		}
		return this.discovery;
	}

	List<DelegatedAdministrator> administrators() {
		return this.administrators;
	}

	/** Says whose discovery the night is made under: a run's that may have died. */
	void basedOn(String run) {
		this.basis = run;
	}

	String basis() {
		return Objects.requireNonNull(this.basis, "The step discover comes first");
	}

	/**
	 * Takes a closed staging file. One that holds an account which another holds too, or
	 * the same answers of the organization, is left out whole.
	 */
	void staged(Staged file) {
		List<String> accounts = file.index().accounts();
		boolean held = accounts.isEmpty() ? staged(file.name()).isPresent()
				: accounts.stream().anyMatch(stagedAccounts()::contains);
		if (!held) {
			this.staged.add(file);
		}
	}

	List<Staged> staged() {
		return this.staged;
	}

	Optional<Staged> staged(String name) {
		return this.staged.stream().filter((file) -> file.name().equals(name)).findFirst();
	}

	/** The accounts that need not be walked. */
	Set<String> stagedAccounts() {
		Set<String> accounts = new HashSet<>();
		this.staged.forEach((file) -> accounts.addAll(file.index().accounts()));
		return accounts;
	}

	void comparedWith(@Nullable LocalDate date) {
		this.comparedWith = date;
	}

	/** The night that tonight's changes are differences to; null where there is none. */
	@Nullable LocalDate comparedWith() {
		return this.comparedWith;
	}

	void judged(NightOutcome outcome) {
		this.outcome = outcome;
	}

	/** What the night came to, published or not. */
	NightOutcome judged() {
		if (this.outcome == null) {
			throw new IllegalStateException("The step evaluate comes first");
		}
		return this.outcome;
	}

	void published() {
		this.published = true;
	}

	/** What the night came to; empty until it is published. */
	Optional<NightOutcome> outcome() {
		return this.published ? Optional.of(judged()) : Optional.empty();
	}

}
