package dev.rollcall.collect;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import dev.rollcall.collect.MemberUse.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.SdkBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A field that narrows is read, or the cell is an unexpected answer: every member of
 * every answer that a source asks for is listed with what the source makes of it, and
 * each line is tried. An upgrade of the SDK that brings a member fails here.
 */
class MembersTests {

	private static final SourceCatalog SHIPPED = Cells.shipped();

	static Stream<String> names() {
		return SHIPPED.names().stream();
	}

	@ParameterizedTest
	@MethodSource("names")
	void areListedForEverySource(String name) {
		SourceDefinition source = SHIPPED.named(name).definition();
		MemberList list = MemberList.of(source);
		Map<String, List<String>> missing = new LinkedHashMap<>();
		List<String> gone = new ArrayList<>();
		for (String operation : source.operations()) {
			Map<String, MemberUse> uses = list.members(operation);
			TreeSet<String> left = new TreeSet<>(uses.keySet());
			List<String> unlisted = new ArrayList<>();
			members(shape(source, operation), "", uses).keySet().forEach((path) -> {
				if (!left.remove(path)) {
					unlisted.add(path);
				}
			});
			if (!unlisted.isEmpty()) {
				missing.put("[" + operation + "]", unlisted);
			}
			left.forEach((path) -> gone.add(operation + ": " + path));
		}
		assertThat(missing).as("%s has to say what is made of each: docs/development.md", list.file()).isEmpty();
		assertThat(gone).as("no such member, or what is above it is not read").isEmpty();
		assertThat(source.operations()).containsAll(list.operations().keySet());
	}

	@ParameterizedTest
	@MethodSource("names")
	void areMadeOfWhatTheListSays(String name) {
		Source source = SHIPPED.named(name);
		MemberList list = MemberList.of(source.definition());
		CellResult whole = new MemberTrial(source, list, "", "").read(UnaryOperator.identity());
		assertThat(whole.status()).as("%s: %s", name, whole.failure()).isEqualTo(CellStatus.READ);
		List<String> wrong = new ArrayList<>();
		for (String operation : source.definition().operations()) {
			Map<String, MemberUse> uses = list.members(operation);
			members(shape(source.definition(), operation), "", uses).forEach((path, member) -> {
				MemberUse use = uses.get(path);
				if (use != null) {
					String found = contradiction(use.kind(), new MemberTrial(source, list, operation, path), member);
					if (found != null) {
						wrong.add(use.place() + ": " + path + ": " + found);
					}
				}
			});
		}
		assertThat(wrong).isEmpty();
	}

	private static @Nullable String contradiction(Kind kind, MemberTrial trial, Member member) {
		boolean isWord = !member.knownWords().isEmpty();
		return switch (kind) {
			case PAGING -> PagedOperation.isPaging(member.field()) ? null : "does not say where the next page is";
			case REFUSES -> trial.refuses(Samples.sample(member, true)) ? null : "is not refused";
			case IRRELEVANT -> trial.matters(member) ? "the evidence depends on it" : null;
			case READ -> isWord ? trial.refuses(Samples.unheardOf(member)) ? null : "a word that is not known is taken"
					: (member.isShape() || trial.mattersAtLeastAlone(member)) ? null
							: "the evidence does not depend on it";
			case OPEN -> !isWord ? "has no words of its own: read was expected"
					: trial.refuses(Samples.unheardOf(member)) ? "a word that is not known is refused"
							: trial.mattersAtLeastAlone(member) ? null : "the evidence does not depend on it";
		};
	}

	/** The members of an operation's answer, those below others where these are read. */
	private static Map<String, Member> members(SdkPojo shape, String prefix, Map<String, MemberUse> uses) {
		Map<String, Member> members = new LinkedHashMap<>();
		for (Member member : Member.of(shape)) {
			String path = prefix + member.name();
			members.put(path, member);
			MemberUse use = uses.get(path);
			SdkPojo below = member.shape();
			if (below != null && use != null && use.kind() == Kind.READ) {
				members.putAll(members(below, path + ".", uses));
			}
		}
		return members;
	}

	/** An answer of nothing. */
	private static SdkPojo shape(SourceDefinition source, String operation) {
		String name = operation.substring(operation.indexOf(':') + 1);
		return Arrays.stream(source.service().getMethods())
			.filter((method) -> method.getName().equalsIgnoreCase(name))
			.map(Method::getReturnType)
			.filter(AwsResponse.class::isAssignableFrom)
			.map(MembersTests::nothing)
			.findFirst()
			.orElseThrow(() -> new AssertionError(source.service() + " has no operation " + name));
	}

	private static SdkPojo nothing(Class<?> response) {
		try {
			return (SdkPojo) ((SdkBuilder<?, ?>) response.getMethod("builder").invoke(null)).build();
		}
		catch (ReflectiveOperationException ex) {
			throw new AssertionError(response + " has no builder", ex);
		}
	}

}
