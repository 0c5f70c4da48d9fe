package org.lethe.privacy.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.id.AccountId;

class LogTest {

    private final List<LogRecord> records = new ArrayList<>();
    private final Logger logger = Logger.getLogger(LogTest.class.getName());
    private final Handler handler =
            new Handler() {
                @Override
                public void publish(LogRecord entry) {
                    records.add(entry);
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
    }

    @AfterEach
    void leave() {
        logger.removeHandler(handler);
    }

    @Test
    void writesAConstantMessageThenKeys() {
        Log.of(LogTest.class)
                .info(
                        "A chat ended",
                        LogKey.ACCOUNT.of(new AccountId("acme")),
                        LogKey.REASON.of(EndReason.IDLE),
                        LogKey.LATENESS.of(Duration.ofSeconds(2)),
                        LogKey.COUNT.of(3));

        assertThat(records.getFirst().getMessage())
                .isEqualTo("A chat ended account=acme reason=idle lateness=2000ms count=3");
    }

    @Test
    void tellsTheStackOfAFailureWithoutItsWords() {
        var failure =
                new IllegalStateException(
                        "could not mail eve@example.org",
                        new IllegalArgumentException("eve@example.org is odd"));

        Log.of(LogTest.class).error("A letter failed", failure);

        LogRecord entry = records.getFirst();
        var text = new StringWriter();
        assertThat(entry.getThrown()).isNotNull();
        entry.getThrown().printStackTrace(new PrintWriter(text));
        assertThat(text.toString())
                .doesNotContain("eve@example.org")
                .startsWith("java.lang.IllegalStateException")
                .contains("java.lang.IllegalArgumentException")
                .contains("LogTest.tellsTheStackOfAFailureWithoutItsWords");
    }

    @Test
    void endsAStackThatNamesItself() {
        var first = new IllegalStateException("a");
        first.initCause(new IllegalStateException("b", first));

        Log.of(LogTest.class).warn("It went in circles", first);

        assertThat(records).hasSize(1);
    }
}
