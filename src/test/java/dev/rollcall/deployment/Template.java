package dev.rollcall.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A CloudFormation template of {@code job-config/aws}. */
final class Template {

	static final Path FOLDER = Path.of("job-config/aws");

	private final Map<String, Object> content;

	private Template(Map<String, Object> content) {
		this.content = content;
	}

	static Template load(String name) {
		return load(FOLDER.resolve(name));
	}

	static Template load(Path file) {
		try {
			return parse(Files.readString(file));
		}
		catch (IOException ex) {
			throw new IllegalStateException(file + " cannot be read", ex);
		}
	}

	static Template parse(String text) {
		return new Template(new Yaml(new Functions()).load(text));
	}

	/** A section, such as Resources; empty where there is none. */
	Map<String, Object> section(String name) {
		return Nodes.mapping(this.content.getOrDefault(name, Map.of()));
	}

	/** The resources of a type, by their logical ids, as they are written. */
	Map<String, Map<String, Object>> resources(String type) {
		Map<String, Map<String, Object>> found = new TreeMap<>();
		section("Resources").forEach((id, resource) -> {
			if (Nodes.at(resource, "Type").equals(type)) {
				found.put(id, Nodes.mapping(resource));
			}
		});
		return found;
	}

	/**
	 * The stack that it makes.
	 * @param parameters those without a default, and others
	 */
	Stack with(Map<String, String> parameters) {
		Map<String, Object> values = new LinkedHashMap<>();
		section("Parameters").forEach((name, parameter) -> {
			Object value = parameters.containsKey(name) ? parameters.get(name)
					: Nodes.mapping(parameter).get("Default");
			if (value == null) {
				throw new IllegalArgumentException("The parameter " + name + " has no default");
			}
			values.put(name, value.toString());
		});
		parameters.keySet().forEach((name) -> {
			if (!values.containsKey(name)) {
				throw new IllegalArgumentException("There is no parameter " + name);
			}
		});
		return new Stack(this, values);
	}

	/** Takes {@code !Sub} and its like for the long form of the same. */
	private static final class Functions extends SafeConstructor {

		Functions() {
			super(new LoaderOptions());
			this.yamlMultiConstructors.put("!", new AbstractConstruct() {
				@Override
				public Object construct(Node node) {
					String name = node.getTag().getValue().substring(1);
					return new LinkedHashMap<>(
							Map.of(List.of("Ref", "Condition").contains(name) ? name : "Fn::" + name, value(node)));
				}
			});
		}

		private Object value(Node node) {
			if (node instanceof ScalarNode scalar) {
				return scalar.getValue();
			}
			if (node instanceof SequenceNode sequence) {
				return new ArrayList<>(constructSequence(sequence));
			}
			node.setTag(Tag.MAP);
			return constructMapping((MappingNode) node);
		}

	}

}
