package org.lethe.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StartPatienceTest {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    private Duration now = Duration.ofHours(1);
    private Duration spent = Duration.ofSeconds(3);
    private final StartPatience patience =
            new StartPatience(LIMIT, () -> now.toNanos(), () -> spent);

    @Test
    void endsAtTheLimitForAProcessThatDoesNothing() {
        pass(90, 0);
        assertThat(patience.isOver()).isFalse();

        pass(2, 0.02);
        assertThat(patience.isOver()).isTrue();
        assertThat(patience.waited()).isEqualTo(Duration.ofSeconds(92));
    }

    @Test
    void goesOnForOneThatWorksOnASlowMachine() {
        pass(300, 0.1);

        assertThat(patience.isOver()).isFalse();
    }

    @Test
    void countsTheTimesInWhichNothingIsDoneTogether() {
        pass(100, 0.5);
        pass(50, 0);
        pass(30, 0.5);
        pass(50, 0);

        assertThat(patience.isOver()).isTrue();
    }

    @Test
    void endsSometimeAlsoForOneThatWorksOnAndOn() {
        pass(361, 1);

        assertThat(patience.isOver()).isTrue();
    }

    /**
     * @param share of a core that the process uses meanwhile
     */
    private void pass(int seconds, double share) {
        for (int second = 0; second < seconds; second++) {
            now = now.plusSeconds(1);
            spent = spent.plusNanos((long) (share * 1e9));
            var _ = patience.isOver();
        }
    }
}
