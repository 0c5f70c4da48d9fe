package org.lethe.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpentTest {

    @Test
    void readsProcessorTimeBehindANameWithBlanks() {
        assertThat(
                        ProcessorTime.parse(
                                "12 (a (b) c) S 1 12 12 0 -1 4194560 100 0 0 0 250 50 0 0 20 0 1 0 5 0 0"))
                .isEqualTo(Duration.ofSeconds(3));
        assertThat(ProcessorTime.of(ProcessHandle.current().pid())).isPositive();
        assertThat(ProcessorTime.of(Integer.MAX_VALUE)).isZero();
    }

    @Test
    void leavesOutWhatTheSameTimeCostsAnyway() {
        var rest =
                new Spent(
                        1_000_000_000L,
                        Map.of("redis", Duration.ofMillis(20)),
                        Map.of(),
                        Map.of("evalsha", 10L));
        var all =
                new Spent(
                        4_000_000_000L,
                        Map.of("redis", Duration.ofMillis(380)),
                        Map.of(),
                        Map.of("evalsha", 140L));

        Spent beyond = all.beyond(rest);

        assertThat(beyond.processorSeconds("redis")).isEqualTo(0.3);
        assertThat(beyond.scripts()).isEqualTo(100);
    }

    @Test
    void isADifference() {
        var before =
                new Spent(1, Map.of("redis", Duration.ofSeconds(1)), Map.of(), Map.of("get", 3L));
        var now =
                new Spent(
                        2_000_000_001L,
                        Map.of("redis", Duration.ofSeconds(3), "kafka", Duration.ofSeconds(1)),
                        Map.of("redis", 10L),
                        Map.of("get", 5L, "evalsha", 4L));

        Spent spent = now.since(before);

        assertThat(spent.seconds()).isEqualTo(2);
        assertThat(spent.processorSeconds("redis")).isEqualTo(2);
        assertThat(spent.processorSeconds("")).isEqualTo(3);
        assertThat(spent.scripts()).isEqualTo(4);
        assertThat(spent.allCalls()).isEqualTo(6);
    }
}
