package org.lethe.presence.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.VisitId;
import org.lethe.presence.visit.VisitTimes;
import org.lethe.privacy.vault.Fate;
import org.lethe.runtime.fixture.TestClock;
import org.lethe.runtime.problem.Refusal;

class VisitSessionsTest {

    private static final VisitId VISIT = VisitId.mint("ep0c", new SecureRandom());
    private static final VisitId OTHER = VisitId.mint("ep0c", new SecureRandom());

    private final FakeAttendance attendance = new FakeAttendance();
    private final TestClock clock = new TestClock();
    private final List<String> told = new ArrayList<>();
    private final VisitSessions sessions =
            new VisitSessions(
                    attendance,
                    new VisitTimes(
                            Duration.ofSeconds(170),
                            Duration.ofSeconds(25),
                            Duration.ofSeconds(85),
                            Duration.ofSeconds(5)),
                    clock);

    @Test
    void countsTheTabsOfAVisit() {
        sessions.arrive(VISIT, tab("a"));
        sessions.arrive(VISIT, tab("b"));
        assertThat(attendance.sockets).containsEntry(VISIT, 2);

        sessions.gone(VISIT, "a", true);
        assertThat(attendance.sockets).containsEntry(VISIT, 1);

        sessions.gone(VISIT, "b", true);
        assertThat(attendance.sockets).containsEntry(VISIT, 0);
        assertThat(sessions.size()).isZero();
    }

    @Test
    void writesManyHeartbeatsInOneBatch() {
        sessions.arrive(VISIT, tab("a"));
        sessions.arrive(OTHER, tab("b"));
        for (int beat = 0; beat < 100; beat++) {
            sessions.heartbeat(VISIT, "a");
            sessions.heartbeat(OTHER, "b");
        }
        clock.advance(Duration.ofSeconds(3));

        sessions.renew();

        assertThat(attendance.renewals)
                .containsExactly(
                        Map.of(VISIT, Duration.ofSeconds(3), OTHER, Duration.ofSeconds(3)));
    }

    @Test
    void renewsNobodyWhoWasNotHeardOf() {
        sessions.arrive(VISIT, tab("a"));
        sessions.renew();
        clock.advance(Duration.ofSeconds(5));

        sessions.renew();

        assertThat(attendance.renewals).hasSize(1);
    }

    @Test
    void countsATabOutThatSaidGoodbyeAndInAgainWhenItIsBack() {
        sessions.arrive(VISIT, tab("a"));

        sessions.leave(VISIT, "a");
        assertThat(attendance.sockets).containsEntry(VISIT, 0);

        sessions.heartbeat(VISIT, "a");
        assertThat(attendance.sockets).containsEntry(VISIT, 1);
    }

    @Test
    void hangsUpOnASilentTabAlone() {
        sessions.arrive(VISIT, tab("silent"));
        sessions.arrive(VISIT, tab("alive"));
        clock.advance(Duration.ofSeconds(60));
        sessions.heartbeat(VISIT, "alive");
        clock.advance(Duration.ofSeconds(26));

        sessions.renew();

        assertThat(told).containsExactly("silent hung up");
    }

    @Test
    void tellsEveryTabOfADestroyedVisitAndDropsIt() {
        sessions.arrive(VISIT, tab("a"));
        sessions.arrive(VISIT, tab("b"));

        sessions.erased(VISIT);

        assertThat(told).containsExactlyInAnyOrder("a erased", "b erased");
        assertThat(sessions.size()).isZero();
    }

    @Test
    void noticesADestructionThatNobodySignalled() {
        sessions.arrive(VISIT, tab("a"));
        notOpen(Fate.DESTROYED);

        sessions.renew();

        assertThat(told).containsExactly("a erased");
    }

    @Test
    void doesNotCallAVisitErasedThatWasLostWithTheStore() {
        sessions.arrive(VISIT, tab("a"));
        notOpen(Fate.LOST);

        sessions.renew();

        assertThat(told).containsExactly("a lost");
        assertThat(sessions.size()).isZero();
    }

    @Test
    void tellsNothingWhileTheFateOfAVisitIsUnknown() {
        sessions.arrive(VISIT, tab("a"));
        notOpen(Fate.UNKNOWN);
        sessions.renew();
        assertThat(told).isEmpty();

        clock.advance(Duration.ofSeconds(5));
        sessions.heartbeat(VISIT, "a");
        notOpen(Fate.DESTROYED);
        sessions.renew();

        assertThat(told).containsExactly("a erased");
    }

    @Test
    void doesNotProlongAVisitByHangingUpOnItsSilentTab() {
        sessions.arrive(VISIT, tab("a"));
        clock.advance(Duration.ofSeconds(86));
        sessions.renew();
        clock.advance(Duration.ofSeconds(1));

        sessions.gone(VISIT, "a", false);

        assertThat(attendance.sockets).containsEntry(VISIT, 0);
        assertThat(attendance.heardAgo.getLast()).isEqualTo(Duration.ofSeconds(87));
    }

    @Test
    void takesTheClosingOfItsSocketByAPageForAGoodbye() {
        sessions.arrive(VISIT, tab("a"));
        clock.advance(Duration.ofSeconds(60));

        sessions.gone(VISIT, "a", true);

        assertThat(attendance.heardAgo.getLast()).isEqualTo(Duration.ZERO);
    }

    @Test
    void takesASocketThatMerelyEndedForNoSignOfLife() {
        sessions.arrive(VISIT, tab("a"));
        clock.advance(Duration.ofSeconds(60));

        sessions.gone(VISIT, "a", false);

        assertThat(attendance.sockets).containsEntry(VISIT, 0);
        assertThat(attendance.heardAgo.getLast()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void refusesATabOfAVisitThatIsNotOpen() {
        assertThat(refusal(Fate.DESTROYED)).isEqualTo(ErrorCode.SCOPE_DESTROYED);
        assertThat(refusal(Fate.LOST)).isEqualTo(ErrorCode.SCOPE_LOST);
        assertThat(refusal(Fate.UNKNOWN)).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(sessions.size()).isZero();
    }

    @Test
    @Timeout(60)
    void doesNotWaitForTheReportOfAVisitToRenewTheOthers() {
        sessions.arrive(VISIT, tab("a"));
        attendance.whileAttending =
                () ->
                        CompletableFuture.runAsync(sessions::renew, Thread::startVirtualThread)
                                .join();

        sessions.arrive(VISIT, tab("b"));

        assertThat(attendance.renewals).hasSize(1);
        assertThat(attendance.sockets).containsEntry(VISIT, 2);
    }

    private ErrorCode refusal(Fate fate) {
        notOpen(fate);
        return catchThrowableOfType(Refusal.class, () -> sessions.arrive(VISIT, tab("a"))).code();
    }

    private void notOpen(Fate fate) {
        attendance.fates.put(VISIT, fate);
    }

    private VisitSessions.Line tab(String name) {
        return new VisitSessions.Line() {
            @Override
            public String id() {
                return name;
            }

            @Override
            public void erased() {
                told.add(name + " erased");
            }

            @Override
            public void lost() {
                told.add(name + " lost");
            }

            @Override
            public void hangUp() {
                told.add(name + " hung up");
            }
        };
    }
}
