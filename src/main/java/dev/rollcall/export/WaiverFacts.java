package dev.rollcall.export;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** What an export says of a waiver, as it was that night. */
record WaiverFacts(String waiverId, @Nullable String owner, @Nullable String reason, @Nullable String ticket,
		@Nullable LocalDate grantedOn, @Nullable LocalDate expiresOn, @Nullable String state) {

}
