package dev.rollcall.collect;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.rollcall.account.AccountId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

class CellLogTests {

	private static final Cell CELL = new Cell(new AccountId("000000000001"), "eu-west-1", "config-recorder");

	private final Logger logger = (Logger) LoggerFactory.getLogger(CellLog.class);

	private final Level before = this.logger.getLevel();

	private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

	@BeforeEach
	void listen() {
		this.logger.setLevel(Level.INFO);
		this.lines.start();
		this.logger.addAppender(this.lines);
	}

	@AfterEach
	void stop() {
		this.logger.detachAppender(this.lines);
		this.logger.setLevel(this.before);
	}

	@Test
	void saysWhatACellCostAndHowLongItStoodInLine() {
		CellLog.say(cell(CellStatus.READ, null, "R1").waited(30));
		assertThat(said()).isEqualTo("INFO account_id=000000000001 region=eu-west-1 source=config-recorder status=READ"
				+ " ms=70 waited_ms=30 calls=2 retries=1 request_id=R1");
	}

	@Test
	void saysOfAGapWhatRefusedAndInWhichWords() {
		CellLog.say(cell(CellStatus.DENIED, new CellFailure(CellStatus.DENIED, "config:DescribeConfigurationRecorders",
				"AccessDenied", "not you", DeniedBy.SCP, "R2"), "R2"));
		assertThat(said()).isEqualTo("WARN account_id=000000000001 region=eu-west-1 source=config-recorder"
				+ " status=DENIED ms=100 waited_ms=0 calls=2 retries=1 request_id=R2"
				+ " operation=config:DescribeConfigurationRecorders error_code=AccessDenied error_message=not you"
				+ " denied_by=SCP");
	}

	@Test
	void doesNotSayWhatThereIsNot() {
		CellLog.say(cell(CellStatus.TIMED_OUT,
				new CellFailure(CellStatus.TIMED_OUT, null, "TIMED_OUT", null, null, null), null));
		assertThat(said()).isEqualTo("WARN account_id=000000000001 region=eu-west-1 source=config-recorder"
				+ " status=TIMED_OUT ms=100 waited_ms=0 calls=2 retries=1 error_code=TIMED_OUT");
	}

	private static CellResult cell(CellStatus status, @Nullable CellFailure failure, @Nullable String requestId) {
		return new CellResult(CELL, status, failure, 2, 1, requestId, 100, Instant.EPOCH, List.of(), List.of());
	}

	private String said() {
		ILoggingEvent line = this.lines.list.get(0);
		assertThat(line.getMessage()).isEqualTo("cell");
		return line.getLevel() + " "
				+ line.getKeyValuePairs()
					.stream()
					.map((pair) -> pair.key + "=" + pair.value)
					.collect(Collectors.joining(" "));
	}

}
