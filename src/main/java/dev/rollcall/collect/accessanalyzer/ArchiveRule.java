package dev.rollcall.collect.accessanalyzer;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.rollcall.collect.Keyed;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.accessanalyzer.model.ArchiveRuleSummary;
import software.amazon.awssdk.services.accessanalyzer.model.Criterion;

/**
 * A rule by which an analyzer archives what it finds, before anybody has seen it.
 *
 * @param ruleArn the rule, by its analyzer's ARN and its name
 * @param analyzerArn the analyzer whose findings it archives
 * @param ruleName the rule's name
 * @param criteria what a finding has to be, such as {@code isPublic eq true}; all of them
 * @param hidesPublic whether a finding of public access can fit, on a resource that the
 * rule does not name
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 * @param namesResources whether it names the resources whose findings it archives
 */
public record ArchiveRule(String ruleArn, String analyzerArn, String ruleName, List<String> criteria,
		boolean hidesPublic, @Nullable Instant createdAt, @Nullable Instant updatedAt,
		boolean namesResources) implements Keyed {

	public ArchiveRule {
		criteria = List.copyOf(criteria);
	}

	static ArchiveRule of(Analyzer analyzer, ArchiveRuleSummary rule) {
		List<String> criteria = rule.filter()
			.entrySet()
			.stream()
			.map((entry) -> text(entry.getKey(), entry.getValue()))
			.sorted()
			.toList();
		return new ArchiveRule(analyzer.arn() + "/archive-rule/" + rule.ruleName(), analyzer.arn(), rule.ruleName(),
				criteria, hidesPublic(rule.filter()), rule.createdAt(), rule.updatedAt(),
				namesResources(rule.filter()));
	}

	/** A criterion of a kind that is not known here rules nothing out. */
	private static boolean hidesPublic(Map<String, Criterion> filter) {
		return filter.entrySet().stream().noneMatch((entry) -> sparesPublic(entry.getKey(), entry.getValue()));
	}

	private static boolean sparesPublic(String key, Criterion criterion) {
		return switch (key) {
			case "isPublic" ->
				criterion.neq().contains("true") || (!criterion.eq().isEmpty() && !criterion.eq().contains("true"));
			case "resource" -> !criterion.eq().isEmpty();
			default -> key.startsWith("principal.") && !criterion.eq().isEmpty() && !criterion.eq().contains("*");
		};
	}

	private static boolean namesResources(Map<String, Criterion> filter) {
		Criterion resource = filter.get("resource");
		return resource != null && !resource.eq().isEmpty();
	}

	private static String text(String key, Criterion criterion) {
		StringBuilder text = new StringBuilder(key);
		operator(text, "eq", criterion.eq());
		operator(text, "neq", criterion.neq());
		operator(text, "contains", criterion.contains());
		if (criterion.exists() != null) {
			text.append(" exists ").append(criterion.exists());
		}
		return text.toString();
	}

	private static void operator(StringBuilder text, String name, List<String> values) {
		if (!values.isEmpty()) {
			text.append(' ').append(name).append(' ').append(String.join(" or ", values));
		}
	}

	@Override
	public List<?> naturalKey() {
		return List.of(this.ruleArn);
	}

}
