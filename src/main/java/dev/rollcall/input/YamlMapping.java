package dev.rollcall.input;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * A mapping of a YAML file that knows in which line each key stands. Values are texts,
 * lists and mappings; no object is ever made from the file.
 */
public final class YamlMapping {

	private static final int LARGEST = 1_000_000;

	private final String file;

	private final String path;

	/** Where the mapping stands, for keys that it lacks. */
	private final int line;

	private final int firstLine;

	private final Map<String, Entry> entries = new LinkedHashMap<>();

	private YamlMapping(String file, String path, int line, int firstLine, @Nullable MappingNode node) {
		this.file = file;
		this.path = path;
		this.line = line;
		this.firstLine = firstLine;
		if (node != null) {
			Mistakes.forEach(node.getValue(), this::add);
		}
	}

	/**
	 * Reads a file.
	 * @param file what to call it in messages
	 * @param firstLine the line of the file in which the text begins, from 1
	 * @throws BadInputException when it is no YAML, or not a mapping
	 */
	public static YamlMapping read(String file, int firstLine, String text) {
		Node node = compose(file, firstLine, text);
		if (node != null && !(node instanceof MappingNode)) {
			throw new BadInputException(file + ":" + line(firstLine, node) + ": a mapping of keys was expected");
		}
		return new YamlMapping(file, "", firstLine, firstLine, (MappingNode) node);
	}

	private static @Nullable Node compose(String file, int firstLine, String text) {
		LoaderOptions options = new LoaderOptions();
		options.setCodePointLimit(LARGEST);
		options.setMaxAliasesForCollections(10);
		try {
			Node node = new Yaml(options).compose(new StringReader(text));
			if (node != null) {
				new PlainNodes(file, firstLine).check(node);
			}
			return node;
		}
		catch (ReaderException ex) {
			int line = firstLine + (int) text.substring(0, ex.getPosition()).chars().filter((c) -> c == '\n').count();
			throw new BadInputException(
					"%s:%d: the character U+%04X: readable text was expected".formatted(file, line, ex.getCodePoint()));
		}
		catch (MarkedYAMLException ex) {
			int line = (ex.getProblemMark() != null) ? firstLine + ex.getProblemMark().getLine() : firstLine;
			throw new BadInputException(file + ":" + line + ": " + ex.getProblem());
		}
		catch (YAMLException ex) {
			throw new BadInputException(file + ": " + ex.getMessage());
		}
	}

	private void add(NodeTuple tuple) {
		if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
			throw new BadInputException(this.file + ":" + line(tuple.getKeyNode()) + ": a plain key was expected");
		}
		if (this.entries.containsKey(key.getValue())) {
			throw new BadInputException(
					this.file + ":" + line(key) + ": " + full(key.getValue()) + ": is here a second time");
		}
		this.entries.put(key.getValue(), new Entry(line(key), tuple.getValueNode()));
	}

	/**
	 * Refuses keys other than these. What stands under a misspelt one counts from then on
	 * as that of the key that was probably meant, so that one slip is one mistake.
	 * @throws BadInputException with a line for each
	 */
	public YamlMapping onlyKeys(String... known) {
		Map<String, Entry> meant = new LinkedHashMap<>();
		try {
			Mistakes.forEach(this.entries.entrySet(),
					(entry) -> refuseUnknown(entry.getKey(), entry.getValue(), known, meant));
		}
		finally {
			meant.forEach(this.entries::putIfAbsent);
		}
		return this;
	}

	private void refuseUnknown(String key, Entry entry, String[] known, Map<String, Entry> meant) {
		if (key.equals("<<")) {
			throw new BadInputException(this.file + ":" + entry.line() + ": " + full(key)
					+ ": merge keys are not taken; the keys themselves were expected");
		}
		if (!Arrays.asList(known).contains(key)) {
			Suggestion.nearest(key, List.of(known)).ifPresent((other) -> meant.put(other, entry));
			throw new BadInputException(this.file + ":" + entry.line() + ": " + full(key) + ": is not a known key; "
					+ Suggestion.of(key, List.of(known)));
		}
	}

	public Set<String> keys() {
		return this.entries.keySet();
	}

	/** Where the mapping itself stands, as {@code file:line: key}. */
	public String place() {
		return this.file + ":" + this.line + ": " + this.path.replaceFirst("\\.$", "");
	}

	/** Where a key stands, as {@code file:line: key}. */
	public String place(String key) {
		Entry entry = this.entries.get(key);
		return this.file + ":" + ((entry != null) ? entry.line() : this.line) + ": " + full(key);
	}

	/** A text; empty where the key is missing or null. */
	public Optional<String> text(String key) {
		return present(key).map((entry) -> text(key, entry.value(), "one value was expected"));
	}

	/** A text that must be there. */
	public String requiredText(String key) {
		return text(key).orElseThrow(() -> new BadInputException(place(key) + ": is missing"));
	}

	/** Whether a key says {@code true}; not where it is missing or null. */
	public boolean flag(String key) {
		return flag(key, false);
	}

	/**
	 * Whether a key says {@code true}.
	 * @param otherwise where it is missing or null
	 */
	public boolean flag(String key, boolean otherwise) {
		String word = text(key).orElse(String.valueOf(otherwise));
		if (!word.equals("true") && !word.equals("false")) {
			throw new BadInputException(place(key) + ": '" + word + "': true or false was expected");
		}
		return word.equals("true");
	}

	/** The texts of a list; one text alone is a list of one. */
	public List<String> texts(String key) {
		Optional<Entry> entry = present(key);
		if (entry.isEmpty()) {
			return List.of();
		}
		if (!(entry.get().value() instanceof SequenceNode list)) {
			return List.of(text(key, entry.get().value(), "a list was expected"));
		}
		List<String> texts = new ArrayList<>();
		list.getValue().forEach((element) -> texts.add(text(key, element, "a list of plain values was expected")));
		return texts;
	}

	/** A mapping below a key; an empty one where the key is missing or null. */
	public YamlMapping mapping(String key) {
		Optional<Entry> entry = present(key);
		if (entry.isPresent() && !(entry.get().value() instanceof MappingNode)) {
			throw new BadInputException(place(key) + ": keys below it were expected");
		}
		return new YamlMapping(this.file, full(key) + ".", entry.map(Entry::line).orElse(this.line), this.firstLine,
				entry.map((present) -> (MappingNode) present.value()).orElse(null));
	}

	/** The mappings of a list. */
	public List<YamlMapping> mappings(String key) {
		Optional<Entry> entry = present(key);
		if (entry.isEmpty()) {
			return List.of();
		}
		if (!(entry.get().value() instanceof SequenceNode list)) {
			throw new BadInputException(place(key) + ": a list was expected");
		}
		List<Node> elements = list.getValue();
		return IntStream.range(0, elements.size()).mapToObj((i) -> element(key, i, elements.get(i))).toList();
	}

	private YamlMapping element(String key, int index, Node element) {
		if (!(element instanceof MappingNode mapping)) {
			throw new BadInputException(
					this.file + ":" + line(element) + ": " + full(key) + ": a list of mappings was expected");
		}
		return new YamlMapping(this.file, full(key) + "[" + index + "].", line(mapping), this.firstLine, mapping);
	}

	/** Whether a key is there and says nothing. */
	public boolean isEmpty(String key) {
		Entry entry = this.entries.get(key);
		if (entry == null) {
			return false;
		}
		if (entry.value() instanceof ScalarNode text) {
			return text.getValue().isBlank() || Tag.NULL.equals(text.getTag());
		}
		return ((CollectionNode<?>) entry.value()).getValue().isEmpty();
	}

	private Optional<Entry> present(String key) {
		return Optional.ofNullable(this.entries.get(key)).filter((entry) -> !Tag.NULL.equals(entry.value().getTag()));
	}

	private String text(String key, Node node, String expected) {
		if (!(node instanceof ScalarNode scalar)) {
			throw new BadInputException(place(key) + ": " + expected);
		}
		return scalar.getValue();
	}

	private String full(String key) {
		return this.path + key;
	}

	private int line(Node node) {
		return line(this.firstLine, node);
	}

	private static int line(int firstLine, Node node) {
		return firstLine + node.getStartMark().getLine();
	}

	private record Entry(int line, Node value) {

	}

}
