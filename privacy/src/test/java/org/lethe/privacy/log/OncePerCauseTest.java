package org.lethe.privacy.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OncePerCauseTest {

    private final List<LogRecord> records = new ArrayList<>();
    private final Logger logger = Logger.getLogger(OncePerCauseTest.class.getName());
    private final OncePerCause causes = new OncePerCause(Log.of(OncePerCauseTest.class));
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
    void warnsOfACauseOnce() {
        tell(new ExecutionException(new IOException("Vera")));
        tell(new IOException("Vera"));
        tell(new IllegalStateException("Vera"));

        assertThat(records)
                .extracting(LogRecord::getMessage)
                .containsExactly(
                        "waiting reason=IOException", "waiting reason=IllegalStateException");
        assertThat(records).extracting(LogRecord::getLevel).containsOnly(Level.WARNING);
    }

    @Test
    void warnsAgainWhenItWentWellBetween() {
        tell(new IOException("Vera"));
        causes.passed();
        tell(new IOException("Vera"));

        assertThat(records).hasSize(2);
    }

    @Test
    void warnsOfEachCauseOnceAMinuteWhereManyFailBesideOthers() {
        var now = new AtomicLong(Long.MAX_VALUE - 1);
        OncePerCause aMinute = OncePerCause.aMinute(Log.of(OncePerCauseTest.class), now::get);
        for (int i = 0; i < 100; i++) {
            aMinute.warn("waiting", new IOException("Vera"));
            aMinute.passed();
            aMinute.warn("waiting", new IllegalStateException("Vera"));
        }
        assertThat(records).hasSize(2);

        now.addAndGet(Duration.ofSeconds(59).toNanos());
        aMinute.warn("waiting", new IOException("Vera"));
        assertThat(records).hasSize(2);
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        aMinute.warn("waiting", new IOException("Vera"));
        assertThat(records).hasSize(3);
    }

    private void tell(Exception failure) {
        causes.warn("waiting", failure);
    }
}
