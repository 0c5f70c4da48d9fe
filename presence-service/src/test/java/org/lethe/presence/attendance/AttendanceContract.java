package org.lethe.presence.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.VisitId;
import org.lethe.privacy.vault.Fate;

/** What every attendance does; the fake and the one in Redis pass it. */
abstract class AttendanceContract {

    private static final int MORE_THAN_A_CALL = 60;

    private Attendance attendance;
    private VisitId visit;
    private VisitId gone;

    protected abstract Attendance attendance();

    protected abstract VisitId open();

    protected abstract void destroy(VisitId visit);

    protected abstract boolean isLeaving(VisitId visit);

    /** Nothing was heard of the visit for as long as one may be silent. */
    protected abstract void silence(VisitId visit);

    @BeforeEach
    void twoVisits() {
        attendance = attendance();
        visit = open();
        gone = open();
        destroy(gone);
    }

    @Test
    void isLeavingWithoutASocketAndBackWithOne() {
        assertThat(attendance.attend(visit, Duration.ZERO, 1)).isTrue();
        assertThat(isLeaving(visit)).isFalse();

        assertThat(attendance.attend(visit, Duration.ZERO, 0)).isTrue();
        assertThat(isLeaving(visit)).isTrue();

        assertThat(attendance.attend(visit, Duration.ZERO, 2)).isTrue();
        assertThat(isLeaving(visit)).isFalse();
    }

    @Test
    void takesAGoodbyeForTheOnlySocketAlone() {
        attendance.attend(visit, Duration.ZERO, 2);
        attendance.goodbye(visit);
        assertThat(isLeaving(visit)).isFalse();

        attendance.attend(visit, Duration.ZERO, 1);
        attendance.goodbye(visit);
        assertThat(isLeaving(visit)).isTrue();
    }

    @Test
    void saysWhichVisitsAreNotOpen() {
        assertThat(attendance.attend(gone, Duration.ZERO, 1)).isFalse();
        assertThat(attendance.renew(Map.of(visit, Duration.ofSeconds(1), gone, Duration.ZERO)))
                .containsExactly(gone);
        assertThat(attendance.fates(List.of(visit, gone)))
                .isEqualTo(Map.of(visit, Fate.OPEN, gone, Fate.DESTROYED));
    }

    @Test
    void marksNobodySilentWhoWasJustHeardOf() {
        attendance.attend(visit, Duration.ZERO, 1);

        attendance.markSilent();

        assertThat(isLeaving(visit)).isFalse();
    }

    @Test
    void marksAllWhoAreSilentHoweverManyTheyAre() {
        List<VisitId> silent = Stream.generate(this::open).limit(MORE_THAN_A_CALL).toList();
        silent.forEach(each -> attendance.attend(each, Duration.ZERO, 1));
        attendance.attend(visit, Duration.ZERO, 1);
        silent.forEach(this::silence);

        attendance.markSilent();

        assertThat(silent).allMatch(this::isLeaving);
        assertThat(isLeaving(visit)).isFalse();
    }
}
