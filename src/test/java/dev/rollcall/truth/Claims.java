package dev.rollcall.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the truth says of each slot of a night, such as
 * {@code root.mfa 05-payments-dev global}.
 *
 * @param subjects the first words of slots that have a file
 */
record Claims(Set<String> subjects, Map<String, Claim> bySlot) {

	/** What stands for no row. */
	static final String NONE = "none";

	Claims {
		subjects = Set.copyOf(subjects);
		bySlot = new TreeMap<>(bySlot);
	}

	/**
	 * A sentence for each slot that a night fills otherwise, naming the file and line
	 * that it contradicts.
	 */
	List<String> contradictedBy(Map<String, String> night) {
		Set<String> slots = new TreeSet<>(this.bySlot.keySet());
		slots.addAll(night.keySet());
		List<String> contradictions = new ArrayList<>();
		for (String subject : night.keySet().stream().map(Claims::subject).distinct().toList()) {
			if (!this.subjects.contains(subject)) {
				contradictions.add("no file of the truth speaks of " + subject + ": add one, worked out by hand");
				slots.removeIf((slot) -> subject(slot).equals(subject));
			}
		}
		for (String slot : slots) {
			Claim claim = this.bySlot.get(slot);
			String seen = night.getOrDefault(slot, NONE);
			if (claim == null) {
				contradictions.add("no line speaks of " + slot + ", and the night says " + seen);
			}
			else if (!claim.value().equals(seen)) {
				contradictions.add(claim.place() + " says " + claim.value() + " of " + slot + ", the night " + seen);
			}
		}
		return contradictions;
	}

	private static String subject(String slot) {
		return slot.substring(0, slot.indexOf(' '));
	}

	/** Every word that stands for something. */
	Set<String> words() {
		Set<String> words = new TreeSet<>();
		for (Claim claim : this.bySlot.values()) {
			words.addAll(Rows.of(claim.value()).words());
		}
		words.remove(NONE);
		return words;
	}

	/**
	 * What a slot holds.
	 *
	 * @param place the file and line that say so
	 */
	record Claim(String value, String place) {

	}

}
