package dev.rollcall.account;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import dev.rollcall.account.LimitReachedException.Limit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.AbortableInputStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class GuardedAnswerTests {

	private final Allowance allowance = new Allowance();

	@Test
	void readsAnAnswerOfTheLargestSize() throws IOException {
		assertThat(read(blanks(Allowance.ANSWER_BYTES))).isEqualTo(Allowance.ANSWER_BYTES);
	}

	@Test
	void endsALargerAnswerWhereItIsTooLarge() {
		assertThatExceptionOfType(LimitReachedException.class).isThrownBy(() -> read(blanks(Long.MAX_VALUE)))
			.satisfies((reached) -> assertThat(reached.limit()).isEqualTo(Limit.BYTES));
		assertThatExceptionOfType(LimitReachedException.class).isThrownBy(this.allowance::requireUnbroken);
	}

	@Test
	void endsACellWhoseManyAnswersGiveNoRows() throws IOException {
		for (int answer = 0; answer < 4; answer++) {
			read(blanks(Allowance.ANSWER_BYTES));
		}
		assertThatExceptionOfType(LimitReachedException.class).isThrownBy(() -> read(blanks(1)))
			.withMessageContaining("The answers to this cell");
	}

	@Test
	void readsMoreForEachRowThatCameOfIt() throws IOException {
		for (int answer = 0; answer < 4; answer++) {
			read(blanks(Allowance.ANSWER_BYTES));
		}
		this.allowance.found();
		assertThat(read(blanks(1024))).isEqualTo(1024);
	}

	@Test
	void endsDeepJsonAndDeepXml() {
		assertThatExceptionOfType(LimitReachedException.class).isThrownBy(() -> read("{\"a\":" + "[".repeat(200)))
			.satisfies((reached) -> assertThat(reached.limit()).isEqualTo(Limit.DEPTH));
		assertThatExceptionOfType(LimitReachedException.class)
			.isThrownBy(() -> read("<?xml version=\"1.0\"?>\n" + "<a>".repeat(201)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "[{}],", "{\"a\":\"[[\\\"[[\\\\\"},", "\"{\"," })
	void countsNoDepthInJsonThatIsClosedOrQuoted(String part) {
		assertThatCode(() -> read("[" + part.repeat(1000))).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@ValueSource(strings = { "<b>x</b>", "<b/>", "<b c='1' />", "<!-- -->", "<b>1 &gt; 0 / 2 ></b>" })
	void countsNoDepthInXmlThatIsClosed(String part) {
		assertThatCode(() -> read("<a>" + part.repeat(1000))).doesNotThrowAnyException();
	}

	@Test
	void keepsAConnectionWhoseAnswerEndsSoon() throws IOException {
		boolean[] aborted = { false };
		close(blanks(100), aborted);
		assertThat(aborted[0]).isFalse();
		close(blanks(100_000), aborted);
		assertThat(aborted[0]).isTrue();
	}

	private void close(InputStream body, boolean[] aborted) throws IOException {
		GuardedAnswer answer = new GuardedAnswer(AbortableInputStream.create(body, () -> aborted[0] = true),
				this.allowance);
		assertThat(answer.read()).isEqualTo(' ');
		answer.close();
	}

	private long read(String text) throws IOException {
		return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
	}

	private long read(InputStream body) throws IOException {
		byte[] buffer = new byte[8192];
		long all = 0;
		GuardedAnswer answer = new GuardedAnswer(body, this.allowance);
		for (int count = answer.read(buffer); count >= 0; count = answer.read(buffer)) {
			all += count;
		}
		return all;
	}

	private static InputStream blanks(long length) {
		return new InputStream() {

			private long left = length;

			@Override
			public int read() {
				return (this.left-- > 0) ? ' ' : -1;
			}

			@Override
			public int read(byte[] buffer, int offset, int most) {
				int count = (int) Math.min(most, this.left);
				Arrays.fill(buffer, offset, offset + count, (byte) ' ');
				this.left -= count;
				return (count > 0) ? count : -1;
			}

		};
	}

}
