package org.lethe.runtime.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisCommandExecutionException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.privacy.redis.Obstacle;
import org.lethe.privacy.redis.StoreInspection;
import org.lethe.privacy.redis.StoreUnavailableException;
import org.lethe.privacy.redis.node.Finding;
import org.lethe.privacy.redis.node.NodeRule;
import org.lethe.privacy.redis.node.Role;
import org.lethe.runtime.problem.Refusal;

class AdmissionGateTest {

    private static final Supplier<StoreInspection> FIT = StoreInspection.Fit::new;

    @SuppressWarnings("UnnecessaryLambda") // it stands in fields and in lists of arguments
    private static final Supplier<Duration> IN_TIME = () -> Duration.ofSeconds(5);

    private final MovedClock clock = new MovedClock();
    private Supplier<StoreInspection> store = FIT;
    private Supplier<Duration> overdue = IN_TIME;
    private int found;
    private double filled;
    private final AdmissionGate gate =
            new AdmissionGate(
                    () -> store.get(),
                    () -> overdue.get(),
                    () -> found,
                    () -> filled,
                    new Room(60, 75),
                    clock);

    @Test
    void isClosedUntilTheFirstLook() {
        assertThat(gate.closedBy()).contains(Reason.STORE_AWAY);
        assertThat(gate.hasLooked()).isFalse();

        gate.look();

        assertThat(gate.hasLooked()).isTrue();
        assertThat(gate.closedBy()).isEmpty();
        assertThat(admitted()).containsExactly(Newcomer.values());
    }

    @Test
    void hasNotLookedBeforeTheStoreAnswers() {
        store = failing(new StoreUnavailableException(new TimeoutException()));
        gate.look();

        assertThat(gate.hasLooked()).isFalse();
        store = FIT;
        gate.look();
        assertThat(gate.hasLooked()).isTrue();
    }

    @Test
    void hasLookedThoughTheStoreIsUnfit() {
        store = unfit(new Finding(Role.REPLICA, NodeRule.APPENDONLY));
        gate.look();

        assertThat(gate.closedBy()).contains(Reason.STORE_UNFIT);
        assertThat(gate.hasLooked()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void closesAndOpensAgain(
            Supplier<StoreInspection> store, Supplier<Duration> overdue, Reason reason) {
        gate.look();

        this.store = store;
        this.overdue = overdue;
        gate.look();

        assertThat(gate.closedBy()).contains(reason);
        assertThat(refusal(Newcomer.VISIT)).contains(ErrorCode.ADMISSION_CLOSED);
        assertThat(refusal(Newcomer.WORDS)).contains(ErrorCode.ADMISSION_CLOSED);
        this.store = FIT;
        this.overdue = IN_TIME;
        gate.look();
        assertThat(gate.closedBy()).isEmpty();
    }

    @Test
    void closesWhenTheClockJumped() {
        gate.look();

        clock.offset = Duration.ofMinutes(1);
        gate.look();

        assertThat(gate.closedBy()).contains(Reason.CLOCK_JUMP);
    }

    @Test
    void closesWhileARecordWasOverdue() {
        gate.look();

        found = 1;
        gate.look();

        assertThat(gate.closedBy()).contains(Reason.RECORD_OVERDUE);
        assertThat(gate.overdueRecords()).isOne();
        found = 0;
        gate.look();
        assertThat(gate.closedBy()).isEmpty();
    }

    @Test
    void namesTheNodeAndTheSettingForAsLongAsTheyAreWrong() {
        store = unfit(new Finding(Role.REPLICA, NodeRule.APPENDONLY));
        gate.look();
        assertThat(gate.findings()).singleElement().hasToString("replica:appendonly");

        store = FIT;
        gate.look();
        assertThat(gate.findings()).isEmpty();
    }

    @Test
    void looksAtTheTimesOfShardsWhateverTheNodesAreLike() {
        var looked = new AtomicInteger();
        overdue =
                () -> {
                    looked.incrementAndGet();
                    return Duration.ZERO;
                };
        store = failing(new IllegalStateException("odd"));

        gate.look();

        assertThat(looked).hasValue(1);
    }

    @Test
    void keepsRoomForWhatLives() {
        look(0.59);
        assertThat(admitted()).containsExactly(Newcomer.VISIT, Newcomer.WORDS);

        look(0.61);
        assertThat(admitted()).containsExactly(Newcomer.WORDS);
        assertThat(refusal(Newcomer.VISIT)).contains(ErrorCode.NO_ROOM);
        assertThat(ErrorCode.NO_ROOM.retryable()).isTrue();

        look(0.76);
        assertThat(admitted()).isEmpty();

        look(0.69);
        assertThat(admitted()).containsExactly(Newcomer.WORDS);

        look(0.54);
        assertThat(admitted()).containsExactly(Newcomer.VISIT, Newcomer.WORDS);
    }

    @Test
    void saysFirstThatThePromiseCanNotBeKept() {
        look(0.9);
        store = FIT;
        overdue = () -> Duration.ofMinutes(1);
        gate.look();

        assertThat(refusal(Newcomer.VISIT)).contains(ErrorCode.ADMISSION_CLOSED);
    }

    @Test
    void saysWhatKeepsRedisFromAnswering() {
        store = failing(new StoreUnavailableException(new TimeoutException()));
        gate.look();
        assertThat(gate.isKeptBy(Obstacle.SILENT)).isTrue();
        assertThat(gate.isKeptBy(Obstacle.NO_PRIMARY)).isFalse();

        store = failing(new IllegalStateException(new RedisCommandExecutionException("NOPERM no")));
        gate.look();
        assertThat(gate.isKeptBy(Obstacle.SILENT)).isFalse();
        assertThat(gate.isKeptBy(Obstacle.REFUSED)).isTrue();

        store = FIT;
        gate.look();
        assertThat(gate.isKeptBy(Obstacle.SILENT)).isFalse();
    }

    private void look(double share) {
        filled = share;
        gate.look();
    }

    private List<Newcomer> admitted() {
        return Stream.of(Newcomer.values()).filter(it -> refusal(it).isEmpty()).toList();
    }

    private Optional<ErrorCode> refusal(Newcomer newcomer) {
        try {
            gate.check(newcomer);
            return Optional.empty();
        } catch (Refusal refused) {
            return Optional.of(refused.code());
        }
    }

    static Stream<Arguments> reasons() {
        return Stream.of(
                Arguments.of(
                        failing(new StoreUnavailableException(new IllegalStateException("away"))),
                        IN_TIME,
                        Reason.STORE_AWAY),
                Arguments.of(
                        unfit(new Finding(Role.REPLICA, NodeRule.APPENDONLY)),
                        IN_TIME,
                        Reason.STORE_UNFIT),
                Arguments.of(
                        unfit(new Finding(Role.PRIMARY, NodeRule.CLOCK_BACK)),
                        IN_TIME,
                        Reason.STORE_CLOCK),
                Arguments.of(
                        unfit(
                                new Finding(Role.REPLICA, NodeRule.CLOCK_SKEW),
                                new Finding(Role.PRIMARY, NodeRule.SAVE)),
                        IN_TIME,
                        Reason.STORE_UNFIT),
                Arguments.of(
                        (Supplier<StoreInspection>) StoreInspection.Hidden::new,
                        IN_TIME,
                        Reason.STORE_HIDDEN),
                Arguments.of(
                        FIT, (Supplier<Duration>) () -> Duration.ofSeconds(6), Reason.REAPER_LATE),
                Arguments.of(failing(new IllegalStateException("odd")), IN_TIME, Reason.UNCERTAIN),
                Arguments.of(FIT, failing(new IllegalStateException("odd")), Reason.UNCERTAIN));
    }

    private static Supplier<StoreInspection> unfit(Finding... findings) {
        return () -> new StoreInspection.Unfit(List.of(findings));
    }

    private static <T> Supplier<T> failing(RuntimeException failure) {
        return () -> {
            throw failure;
        };
    }

    private static final class MovedClock extends Clock {

        private Duration offset = Duration.ZERO;

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(offset);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
