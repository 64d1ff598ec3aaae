package dev.rollcall.publication;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a verification found.
 *
 * @param output where the nights are
 * @param nights the committed nights of the range, in order
 * @param missingNights the dates of the range that no night was committed for; a long gap
 * as {@code FIRST/LAST}
 * @param defects those of all nights in order, then those that are no single night's
 * @param notes what is no defect and may be worth a look
 * @param unread what could not be read, and why: it is neither sound nor a defect
 */
public record VerificationReport(String output, VerificationScope scope, List<VerifiedNight> nights,
		List<String> missingNights, List<Defect> defects, List<String> notes, List<String> unread) {

	private static final JsonMapper JSON = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.enable(SerializationFeature.INDENT_OUTPUT)
		.build();

	static VerificationReport of(String output, VerificationScope scope, List<NightCheck> nights, List<Defect> others,
			List<String> notes, Collection<String> unreadBeside) {
		List<Defect> defects = new ArrayList<>();
		List<String> unread = new ArrayList<>();
		for (NightCheck night : nights) {
			defects.addAll(night.defects());
			unread.addAll(night.unread());
		}
		defects.addAll(others);
		unread.addAll(unreadBeside);
		return new VerificationReport(output, scope, nights.stream().map(NightCheck::result).toList(),
				MissingNights.of(scope, nights.stream().map((night) -> night.commit().snapshotDate()).toList()),
				List.copyOf(defects), List.copyOf(notes), List.copyOf(unread));
	}

	/** Whether all that was published is there, and was read. */
	public boolean sound() {
		return this.defects.isEmpty() && this.unread.isEmpty();
	}

	/** The manifest hash of the last night; null where there is none. */
	public @Nullable String latestManifestSha256() {
		return this.nights.isEmpty() ? null : this.nights.get(this.nights.size() - 1).manifestSha256();
	}

	/** All of it as one document. */
	public String toJson() {
		return JSON.writeValueAsString(new Document(this.output, this.scope, sound(), latestManifestSha256(),
				this.nights, this.missingNights, this.defects, this.notes, this.unread));
	}

	private record Document(String output, VerificationScope scope, boolean sound,
			@Nullable String latestManifestSha256, List<VerifiedNight> nights, List<String> missingNights,
			List<Defect> defects, List<String> notes, List<String> unread) {

	}

}
