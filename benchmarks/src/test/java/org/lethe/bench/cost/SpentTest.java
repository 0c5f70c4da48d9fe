package org.lethe.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lethe.bench.report.Figure;
import org.lethe.bench.store.Counts;

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
                        calls("evalsha", 10));
        var all =
                new Spent(
                        4_000_000_000L,
                        Map.of("redis", Duration.ofMillis(380)),
                        Map.of(),
                        calls("evalsha", 140));

        Spent beyond = all.beyond(rest);

        assertThat(beyond.processorSeconds("redis")).isEqualTo(0.3);
        assertThat(beyond.store()).isEqualTo(calls("evalsha", 100));
    }

    @Test
    void isADifference() {
        var before =
                new Spent(1, Map.of("redis", Duration.ofSeconds(1)), Map.of(), calls("get", 3));
        var now =
                new Spent(
                        2_000_000_001L,
                        Map.of("redis", Duration.ofSeconds(3), "kafka", Duration.ofSeconds(1)),
                        Map.of("redis", 10L),
                        calls("get", 5));

        Spent spent = now.since(before);

        assertThat(spent.seconds()).isEqualTo(2);
        assertThat(spent.processorSeconds("redis")).isEqualTo(2);
        assertThat(spent.processorSeconds("")).isEqualTo(3);
        assertThat(spent.store()).isEqualTo(calls("get", 2));
    }

    @Test
    void tellsWhatEachPartDidForOneOfSoMany() {
        var spent =
                new Spent(
                        1,
                        Map.of("redis", Duration.ofMillis(300), "kafka", Duration.ofMillis(100)),
                        Map.of(),
                        calls("evalsha", 30));

        assertThat(spent.each(10, "an end"))
                .contains(
                        new Figure("redis", 30, "CPU ms an end"),
                        new Figure("kafka", 10, "CPU ms an end"),
                        new Figure("all parts", 40, "CPU ms an end"),
                        new Figure("scripts of the store", 3, "an end"));
        assertThat(spent.ofParts(10_000 / 100.0, "CPU s per 10,000 messages"))
                .contains(new Figure("redis", 30, "CPU s per 10,000 messages"));
    }

    private static Counts calls(String command, long count) {
        return new Counts(Map.of(command, count), Map.of(), 0, 0);
    }
}
