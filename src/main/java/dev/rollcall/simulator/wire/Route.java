package dev.rollcall.simulator.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a REST protocol addresses an operation.
 *
 * @param path matches the encoded path, with a group for each variable
 * @param variables the names of the path's variables, in order
 * @param markers parameters of the query that must be there
 */
public record Route(String method, Pattern path, List<String> variables, List<String> markers) {

	private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(\\+?)}");

	/**
	 * Reads a route.
	 * @param text such as {@code PUT /{Bucket}/{Key+}?uploadId&partNumber}; a variable
	 * with a plus may hold slashes
	 */
	static Route parse(String text) {
		String[] parts = text.split("[ ?]", 3);
		List<String> variables = new ArrayList<>();
		Matcher matcher = VARIABLE.matcher(parts[1]);
		StringBuilder path = new StringBuilder();
		while (matcher.find()) {
			variables.add(matcher.group(1));
			matcher.appendReplacement(path, matcher.group(2).isEmpty() ? "([^/]+)" : "(.+)");
		}
		matcher.appendTail(path);
		return new Route(parts[0], Pattern.compile(path + "/?"), variables,
				(parts.length > 2) ? List.of(parts[2].split("&")) : List.of());
	}

	/** The path's variables, decoded; empty where the call is another operation's. */
	Optional<Map<String, String>> match(HttpCall call) {
		Matcher matcher = this.path.matcher(call.path());
		if (!this.method.equals(call.method()) || !matcher.matches()
				|| !call.query().keySet().containsAll(this.markers)) {
			return Optional.empty();
		}
		Map<String, String> values = new LinkedHashMap<>();
		for (int i = 0; i < this.variables.size(); i++) {
			values.put(this.variables.get(i),
					URLDecoder.decode(matcher.group(i + 1).replace("+", "%2B"), StandardCharsets.UTF_8));
		}
		return Optional.of(values);
	}

}
