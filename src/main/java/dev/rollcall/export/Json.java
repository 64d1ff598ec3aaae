package dev.rollcall.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategy;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How records become JSON: in the order of their components, without what is empty. */
final class Json {

	private Json() {
	}

	/** With members named by a format's own habit. */
	static JsonMapper named(PropertyNamingStrategy naming) {
		return JsonMapper.builder()
			.propertyNamingStrategy(naming)
			.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
			.disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
			.changeDefaultPropertyInclusion((inclusion) -> inclusion.withValueInclusion(JsonInclude.Include.NON_EMPTY))
			.build();
	}

}
