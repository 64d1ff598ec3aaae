package dev.rollcall.simulator.service.s3;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.rollcall.simulator.service.s3.ObjectStore.Stored;
import dev.rollcall.simulator.wire.ErrorAnswer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A page of keys while it fills. */
final class KeyPage {

	private static final int LARGEST_PAGE = 1000;

	/** What tokens begin with, before the last key of the page that gave them. */
	private static final String TOKEN = "after ";

	private final ListObjectsV2Request request;

	private final int limit;

	private final List<S3Object> objects = new ArrayList<>();

	private final Set<String> prefixes = new LinkedHashSet<>();

	private String last = "";

	private boolean truncated;

	KeyPage(ListObjectsV2Request request) {
		this.request = request;
		this.limit = (request.maxKeys() != null) ? Math.min(request.maxKeys(), LARGEST_PAGE) : LARGEST_PAGE;
	}

	/** The key after which the page begins; empty for the very first. */
	String from() {
		String token = this.request.continuationToken();
		return (token != null) ? decoded(token) : Optional.ofNullable(this.request.startAfter()).orElse("");
	}

	private static String decoded(String token) {
		try {
			String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
			if (text.startsWith(TOKEN)) {
				return text.substring(TOKEN.length());
			}
		}
		catch (IllegalArgumentException ex) {
			// As any other token that was never given.
		}
		throw new ErrorAnswer(400, "InvalidArgument", "The continuation token provided is incorrect");
	}

	void add(String key, Stored stored) {
		String prefix = Optional.ofNullable(this.request.prefix()).orElse("");
		if (this.truncated || this.limit == 0 || !key.startsWith(prefix)) {
			return;
		}
		String common = common(key, prefix);
		if (common != null && this.prefixes.contains(common)) {
			this.last = key;
			return;
		}
		if (this.objects.size() + this.prefixes.size() >= this.limit) {
			this.truncated = true;
			return;
		}
		this.last = key;
		if (common != null) {
			this.prefixes.add(common);
		}
		else {
			this.objects.add(S3Object.builder()
				.key(encoded(key))
				.size(stored.size())
				.eTag(stored.etag())
				.lastModified(stored.at())
				.storageClass("STANDARD")
				.build());
		}
	}

	private @Nullable String common(String key, String prefix) {
		String delimiter = this.request.delimiter();
		int end = (delimiter == null || delimiter.isEmpty()) ? -1 : key.indexOf(delimiter, prefix.length());
		return (end < 0) ? null : key.substring(0, end + delimiter.length());
	}

	ListObjectsV2Response answer(String bucket) {
		return ListObjectsV2Response.builder()
			.name(bucket)
			.prefix(encoded(this.request.prefix()))
			.delimiter(encoded(this.request.delimiter()))
			.startAfter(encoded(this.request.startAfter()))
			.encodingType(this.request.encodingTypeAsString())
			.maxKeys(this.limit)
			.keyCount(this.objects.size() + this.prefixes.size())
			.isTruncated(this.truncated)
			.contents(this.objects)
			.commonPrefixes(this.prefixes.stream().map(this::described).toList())
			.continuationToken(this.request.continuationToken())
			.nextContinuationToken(this.truncated
					? Base64.getUrlEncoder().encodeToString((TOKEN + this.last).getBytes(StandardCharsets.UTF_8))
					: null)
			.build();
	}

	private CommonPrefix described(String common) {
		return CommonPrefix.builder().prefix(encoded(common)).build();
	}

	/** Keys may hold what XML cannot; clients ask to have them encoded. */
	private @Nullable String encoded(@Nullable String text) {
		if (text == null || this.request.encodingType() != EncodingType.URL) {
			return text;
		}
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2F", "/");
	}

}
