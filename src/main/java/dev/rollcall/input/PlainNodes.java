package dev.rollcall.input;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Refuses YAML's tags, which say of a value that it is more than a text. */
final class PlainNodes {

	/** Whether they are written out or not. */
	private static final Set<Tag> PLAIN = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP,
			Tag.SEQ, Tag.MAP, Tag.MERGE);

	private final String file;

	private final int firstLine;

	/** An alias stands for the node itself: each is looked at once. */
	private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

	PlainNodes(String file, int firstLine) {
		this.file = file;
		this.firstLine = firstLine;
	}

	void check(Node node) {
		if (!this.seen.add(node)) {
			return;
		}
		if (!PLAIN.contains(node.getTag())) {
			throw new BadInputException("%s:%d: the tag %s: plain values were expected".formatted(this.file,
					this.firstLine + node.getStartMark().getLine(),
					node.getTag().getValue().replace(Tag.PREFIX, "!!")));
		}
		if (node instanceof SequenceNode list) {
			list.getValue().forEach(this::check);
		}
		if (node instanceof MappingNode mapping) {
			for (NodeTuple entry : mapping.getValue()) {
				check(entry.getKeyNode());
				check(entry.getValueNode());
			}
		}
	}

}
