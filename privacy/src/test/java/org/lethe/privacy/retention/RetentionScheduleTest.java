package org.lethe.privacy.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.retention.Limits;

class RetentionScheduleTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void promisesWhatTheRecordOfProcessingSays() {
        Limits visit = RetentionSchedule.of(ScopeKind.VISIT);
        assertThat(visit.lifetime()).isEqualTo(Duration.ofSeconds(170));
        assertThat(visit.ceiling()).isEqualTo(Duration.ofMinutes(3));
        assertThat(RetentionSchedule.of(ScopeKind.CHAT).lifetime())
                .isEqualTo(Duration.ofMinutes(30));
        assertThat(RetentionSchedule.ceiling(ScopeKind.CHAT)).isEqualTo(Duration.ofHours(12));
        assertThat(RetentionSchedule.of(ScopeKind.LETTER).lifetime())
                .isEqualTo(Duration.ofHours(1));
        assertThat(RetentionSchedule.ceiling(ScopeKind.LETTER)).isEqualTo(Duration.ofHours(24));
        assertThat(RetentionSchedule.ceiling(ScopeKind.ERASURE)).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void leavesVisitsUnlimitedOnlyInHowOftenTheyAreRenewed() {
        assertThat(Lifetimes.standard().total(ScopeKind.VISIT)).isEmpty();
        assertThat(Lifetimes.standard().total(ScopeKind.CHAT))
                .isEqualTo(Optional.of(Duration.ofHours(12)));
    }

    @Test
    void canBeConfiguredShorterNeverLonger() {
        assertThat(with(Duration.ofSeconds(60)).of(ScopeKind.VISIT))
                .isEqualTo(Duration.ofSeconds(60));
        assertThatIllegalArgumentException().isThrownBy(() -> with(Duration.ofSeconds(171)));
        assertThatIllegalArgumentException().isThrownBy(() -> with(Duration.ofMillis(10)));
        assertThatIllegalArgumentException().isThrownBy(() -> with(Duration.ofSeconds(-1)));
    }

    @Test
    void refusesContradictions() {
        Duration hour = Duration.ofHours(1);
        Duration margin = Duration.ofSeconds(10);
        assertThatIllegalArgumentException()
                .as("idle for longer than it lasts")
                .isThrownBy(() ->
                        new Lifetimes(MINUTE, MINUTE.multipliedBy(2), MINUTE, hour, hour, margin));
        assertThatIllegalArgumentException()
                .as("a margin beyond the schedule's")
                .isThrownBy(() -> new Lifetimes(MINUTE, MINUTE, hour, hour, hour, MINUTE));
        assertThatIllegalArgumentException()
                .as("no room for the margin")
                .isThrownBy(() ->
                        new Lifetimes(
                                MINUTE,
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(5),
                                hour,
                                hour,
                                margin));
    }

    @Test
    void letsAnAccountChooseALettersDeadlineBelowTheCeiling() {
        Lifetimes lifetimes = Lifetimes.standard();
        assertThat(lifetimes.checked(ScopeKind.LETTER, Duration.ofHours(20)))
                .isEqualTo(Duration.ofHours(20));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lifetimes.checked(ScopeKind.LETTER, Duration.ofHours(25)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lifetimes.checked(ScopeKind.CHAT, Duration.ofHours(1)));
    }

    private static Lifetimes with(Duration visit) {
        Lifetimes standard = Lifetimes.standard();
        return new Lifetimes(
                visit,
                standard.chatIdle(),
                standard.chat(),
                standard.letter(),
                standard.erasure(),
                standard.margin());
    }
}
