package org.lethe.privacy.redis.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeClocksTest {

    private static final long START = 1_800_000_000_000L;
    private static final long MILLI = Duration.ofMillis(1).toNanos();
    private static final Finding BACK = new Finding(Role.PRIMARY, NodeRule.CLOCK_BACK);
    private static final Finding JUMPED = new Finding(Role.PRIMARY, NodeRule.CLOCK_SKEW);
    private static final Finding BEHIND = new Finding(Role.REPLICA, NodeRule.CLOCK_SKEW);

    private final NodeClocks clocks = new NodeClocks();

    @Test
    void trustsClocksThatGoAsTheyMust() {
        assertThat(look(0, 0, -900)).isEmpty();
        assertThat(look(2_000, 2_000, 1_100)).isEmpty();
        assertThat(look(3_600_000, 3_600_000, 3_599_300)).isEmpty();
    }

    @Test
    void findsAStepBackForHalfAMinute() {
        look(0, 0, 0);

        assertThat(look(2_000, 1_500, 2_000)).containsExactly(BACK);
        assertThat(look(31_000, 30_500, 31_000)).containsExactly(BACK);
        assertThat(look(32_100, 31_600, 32_100)).isEmpty();
    }

    @Test
    void findsAJumpForward() {
        look(0, 0, 0);

        assertThat(look(2_000, 3_500, 2_900)).containsExactly(JUMPED);
    }

    @Test
    void findsTheNodeThatIsBehindForAsLongAsItIs() {
        assertThat(look(0, 0, -1_500)).containsExactly(BEHIND);
        assertThat(look(60_000, 60_000, 58_500)).containsExactly(BEHIND);
        assertThat(look(62_000, 62_000, 61_500)).isEmpty();
    }

    @Test
    void findsAStepThatANodeMadeWhileItWasSilent() {
        look(0, 0, 0);
        assertThat(clocks.look(List.of(primary(reading(2_000, 2_000, 0))))).isEmpty();

        assertThat(look(60_000, 60_000, 59_500))
                .containsExactly(new Finding(Role.REPLICA, NodeRule.CLOCK_BACK));
    }

    @Test
    void startsAnewWithANodeThatStartedAnew() {
        look(0, 0, 0);
        var other = Nodes.of(Nodes.PRIMARY.replace("aaaa", "cccc"), Nodes.JUNK);

        assertThat(clocks.look(List.of(Nodes.at(other, reading(2_000, -5_000, 0))))).isEmpty();
    }

    @Test
    void addsUpManySmallStepsBack() {
        look(0, 0, 0);

        // Each is a tenth of what is let pass for the sake of the measurement.
        for (int i = 1; i <= 10; i++) {
            assertThat(look(i * 100L, i * 90L, i * 90L)).isEmpty();
        }
        assertThat(look(1_100, 970, 1_050)).contains(BACK);
    }

    @Test
    void takesALateAnswerForNoProof() {
        look(0, 0, 0);

        // Read at 2 s, and waited for until 5 s.
        assertThat(clocks.look(List.of(primary(reading(5_000, 2_000, 3_000))))).isEmpty();
        assertThat(look(6_000, 6_000, 6_000)).isEmpty();
    }

    /**
     * Whatever the delays: sound clocks are never found, and no step of a second and a half goes
     * unseen.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void tellsSoundClocksFromBrokenOnes(long seed) {
        var random = new Random(seed);
        long drift = random.nextLong(-50, 51);
        long step = random.nextBoolean() ? 1_500 : -1_500;
        long now = 0;
        for (int i = 0; i < 1_000; i++) {
            now += 1 + random.nextLong(4_000);
            assertThat(look(random, now, now + now * drift / 1_000_000)).as("at %s", now).isEmpty();
        }

        now += 2_000;

        assertThat(look(random, now, now + now * drift / 1_000_000 + step))
                .isEqualTo(List.of(step < 0 ? BACK : JUMPED));
    }

    private List<Finding> look(Random random, long monotonic, long wall) {
        long late = random.nextLong(150);
        return clocks.look(List.of(primary(reading(monotonic + late, wall, 150))));
    }

    private List<Finding> look(long monotonic, long primary, long replica) {
        return clocks.look(
                List.of(
                        primary(reading(monotonic, primary, 1)),
                        Nodes.at(Nodes.replica(), reading(monotonic, replica, 1))));
    }

    private static NodeState primary(ClockReading reading) {
        return Nodes.at(Nodes.primary(), reading);
    }

    /** Of a wall clock, received at a time of the monotonic one. */
    private static ClockReading reading(long received, long wall, long roundTrip) {
        return new ClockReading(START + wall, (received - roundTrip) * MILLI, received * MILLI);
    }
}
