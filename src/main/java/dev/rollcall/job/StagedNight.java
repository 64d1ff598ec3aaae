package dev.rollcall.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.rollcall.dataset.Schema;
import dev.rollcall.dataset.Staged;

/**
 * What a night has staged so far.
 *
 * @param basis the run whose discovery it was made under, which may have died
 * @param files the closed staging files, none of which holds what another does
 */
record StagedNight(String basis, List<Staged> files) {

	StagedNight {
		files = List.copyOf(files);
	}

	/** Of a run that goes on with nobody's night. */
	static StagedNight begun(String run) {
		return new StagedNight(run, List.of());
	}

	/**
	 * Takes over what launches that died have closed. Two that did not know of each other
	 * may have fixed the night differently: the files of one discovery go together, and
	 * of several, those that hold most accounts.
	 * @param discovery the name of the file that each of them began with
	 * @return empty where nothing was begun
	 */
	static Optional<StagedNight> takenOver(List<Staged> found, String discovery) {
		Map<String, List<Staged>> nights = found.stream()
			.collect(Collectors.groupingBy((file) -> file.index().basis(), TreeMap::new, Collectors.toList()));
		return nights.entrySet()
			.stream()
			.filter((night) -> night.getValue().stream().anyMatch((file) -> file.name().equals(discovery)))
			.max(Comparator.comparingInt((night) -> accounts(night.getValue())))
			.map((night) -> new StagedNight(night.getKey(), List.of()).with(night.getValue()));
	}

	private static int accounts(List<Staged> files) {
		return files.stream().mapToInt((file) -> file.index().accounts().size()).sum();
	}

	private StagedNight with(List<Staged> more) {
		StagedNight night = this;
		for (Staged file : more) {
			night = night.with(file);
		}
		return night;
	}

	/**
	 * The same with one more file. One that holds an account which another holds too, or
	 * the same answers of the organization, is left out whole.
	 */
	StagedNight with(Staged file) {
		List<String> accounts = file.index().accounts();
		boolean held = accounts.isEmpty() ? named(file.name()).isPresent()
				: accounts.stream().anyMatch(accounts()::contains);
		if (held) {
			return this;
		}
		List<Staged> more = new ArrayList<>(this.files);
		more.add(file);
		return new StagedNight(this.basis, more);
	}

	/** The same without what was asked once under a name. */
	StagedNight without(String name) {
		return new StagedNight(this.basis, this.files.stream().filter((file) -> !file.name().equals(name)).toList());
	}

	/** The files that hold no account: what was asked once for all. */
	List<Staged> ofNoAccount() {
		return this.files.stream().filter((file) -> file.index().accounts().isEmpty()).toList();
	}

	Optional<Staged> named(String name) {
		return this.files.stream().filter((file) -> file.name().equals(name)).findFirst();
	}

	/** The accounts that need not be walked. */
	Set<String> accounts() {
		Set<String> accounts = new HashSet<>();
		this.files.forEach((file) -> accounts.addAll(file.index().accounts()));
		return accounts;
	}

	/** The parts of a dataset. */
	List<Path> parts(Schema schema) {
		return this.files.stream().flatMap((file) -> file.files(schema.dataset()).stream()).toList();
	}

}
