package org.lethe.presence.attendance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lethe.contracts.id.VisitId;
import org.lethe.presence.visit.VisitTimes;
import org.lethe.runtime.fixture.TestClock;

/**
 * Whatever tabs do, by seed: no report puts a visit's last sign of life later than the last frame.
 */
class LastSignOfLifeTest {

    private static final VisitId VISIT = VisitId.mint("ep0c", new SecureRandom());
    private static final int STEPS = 400;

    private final FakeAttendance attendance = new FakeAttendance();
    private final TestClock clock = new TestClock();
    private final VisitSessions sessions =
            new VisitSessions(
                    attendance,
                    new VisitTimes(
                            Duration.ofSeconds(170),
                            Duration.ofSeconds(25),
                            Duration.ofSeconds(85),
                            Duration.ofSeconds(5)),
                    clock);
    private final List<String> open = new ArrayList<>();
    private Instant lastFrame = Instant.MIN;

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isTheLastFrameOrGoodbye(long seed) {
        var random = new Random(seed);
        int reports = 0;
        int renewals = 0;
        for (int step = 0; step < STEPS; step++) {
            clock.advance(Duration.ofMillis(random.nextInt(40_000)));
            act(random, "tab " + step);
            attendance
                    .heardAgo
                    .subList(reports, attendance.heardAgo.size())
                    .forEach(this::assertNoLaterThanLastFrame);
            attendance.renewals.subList(renewals, attendance.renewals.size()).stream()
                    .map(batch -> requireNonNull(batch.get(VISIT)))
                    .forEach(this::assertNoLaterThanLastFrame);
            reports = attendance.heardAgo.size();
            renewals = attendance.renewals.size();
        }
        assertThat(reports).isPositive();
        assertThat(renewals).isPositive();
    }

    private void act(Random random, String next) {
        if (open.isEmpty() || random.nextInt(8) == 0) {
            frame();
            open.add(next);
            sessions.arrive(VISIT, new SilentLine(next));
            return;
        }
        String tab = open.get(random.nextInt(open.size()));
        switch (random.nextInt(5)) {
            case 0 -> {
                frame();
                sessions.heartbeat(VISIT, tab);
            }
            case 1 -> {
                frame();
                sessions.leave(VISIT, tab);
            }
            case 2 -> {
                open.remove(tab);
                sessions.gone(VISIT, tab, false);
            }
            case 3 -> {
                frame();
                open.remove(tab);
                sessions.gone(VISIT, tab, true);
            }
            default -> sessions.renew();
        }
    }

    private void frame() {
        lastFrame = clock.instant();
    }

    private void assertNoLaterThanLastFrame(Duration ago) {
        assertThat(clock.instant().minus(ago)).isBeforeOrEqualTo(lastFrame);
    }
}
