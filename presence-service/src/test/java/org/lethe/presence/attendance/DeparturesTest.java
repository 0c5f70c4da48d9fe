package org.lethe.presence.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownEvent;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lethe.contracts.id.VisitId;
import org.lethe.presence.visit.VisitTimes;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.runtime.fixture.TestClock;
import org.lethe.runtime.rhythm.Turns;

/** One departure at a time; what the fake does in the midst of it, others do meanwhile. */
@Timeout(60)
class DeparturesTest {

    private static final VisitId VISIT = VisitId.mint("ep0c", new SecureRandom());
    private static final VisitId OTHER = VisitId.mint("ep0c", new SecureRandom());

    private final FakeAttendance attendance = new FakeAttendance();
    private final TestClock clock = new TestClock();
    private final List<Thread> waiting = new ArrayList<>();
    private VisitSessions sessions = sessions(Duration.ofMinutes(10));

    @BeforeEach
    void twoVisitors() {
        arrive();
    }

    @Test
    void waitForTheirTurn() {
        attendance.whileAttending =
                () -> {
                    departs(OTHER, false);
                    assertThat(attendance.sockets).containsEntry(OTHER, 1);
                };

        sessions.gone(VISIT, "tab", false);

        awaitNobody();
        assertThat(attendance.sockets).containsEntry(VISIT, 0).containsEntry(OTHER, 0);
    }

    @Test
    void countFromTheLastSignOfLifeHoweverLongTheyWait() {
        clock.advance(Duration.ofSeconds(60));
        attendance.whileAttending =
                () -> {
                    departs(OTHER, false);
                    clock.advance(Duration.ofSeconds(7));
                };

        sessions.gone(VISIT, "tab", false);

        awaitNobody();
        assertThat(attendance.heardAgo.getLast()).isEqualTo(Duration.ofSeconds(67));
    }

    @Test
    void countFromTheGoodbyeHoweverLongTheyWait() {
        clock.advance(Duration.ofSeconds(60));
        attendance.whileAttending =
                () -> {
                    departs(OTHER, true);
                    clock.advance(Duration.ofSeconds(7));
                };

        sessions.gone(VISIT, "tab", false);

        awaitNobody();
        assertThat(attendance.heardAgo.getLast()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void areLeftToTheDeadlineWhenTheirTurnDoesNotCome() {
        sessions = sessions(Duration.ofMillis(1));
        arrive();
        attendance.whileAttending = () -> sessions.gone(OTHER, "tab", false);

        sessions.gone(VISIT, "tab", false);

        assertThat(attendance.sockets).containsEntry(VISIT, 0).containsEntry(OTHER, 1);
        assertThat(sessions.size()).isZero();
    }

    @Test
    void keepNoServiceFromStopping() {
        attendance.whileAttending =
                () -> {
                    departs(OTHER, false);
                    sessions.onStop(new ShutdownEvent());
                    awaitNobody();
                };

        sessions.gone(VISIT, "tab", false);

        assertThat(attendance.sockets).containsEntry(VISIT, 0).containsEntry(OTHER, 1);
    }

    @Test
    void areMissedInOneLineHoweverManyTheyAre() {
        var logged = new Logged();
        Logger logger = Logger.getLogger(Departures.class.getName());
        logger.addHandler(logged);
        try {
            for (VisitId visit : List.of(VISIT, OTHER)) {
                attendance.whileAttending = DeparturesTest::beAway;
                sessions.gone(visit, "tab", false);
            }
        } finally {
            logger.removeHandler(logged);
        }

        assertThat(logged.records).hasSize(1);
        assertThat(sessions.size()).isZero();
    }

    private void arrive() {
        sessions.arrive(VISIT, new SilentLine("tab"));
        sessions.arrive(OTHER, new SilentLine("tab"));
    }

    /** Until it waits for its turn. */
    private void departs(VisitId visit, boolean goodbye) {
        Thread thread = Thread.startVirtualThread(() -> sessions.gone(visit, "tab", goodbye));
        waiting.add(thread);
        Awaitility.await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
    }

    private void awaitNobody() {
        Awaitility.await().until(() -> waiting.stream().noneMatch(Thread::isAlive));
    }

    private VisitSessions sessions(Duration patience) {
        var times =
                new VisitTimes(
                        Duration.ofSeconds(170),
                        Duration.ofSeconds(25),
                        Duration.ofSeconds(85),
                        Duration.ofSeconds(5));
        var departures = new Departures(new Turns(1, patience), Duration.ZERO, clock);
        return new VisitSessions(attendance, times, clock, departures);
    }

    private static void beAway() {
        throw new StoreUnavailableException(new IllegalStateException("as the test wants it"));
    }

    private static final class Logged extends Handler {

        final List<LogRecord> records = new ArrayList<>();

        @Override
        public void publish(LogRecord entry) {
            records.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
