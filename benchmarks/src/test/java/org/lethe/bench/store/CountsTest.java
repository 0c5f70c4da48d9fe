package org.lethe.bench.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lethe.bench.report.Figure;

class CountsTest {

    private static final String COMMANDS =
            """
            # Commandstats
            cmdstat_evalsha:calls=12,usec=340,usec_per_call=28.33,rejected_calls=0
            cmdstat_get:calls=24,usec=90,usec_per_call=3.75,rejected_calls=0
            cmdstat_mget:calls=4,usec=80,usec_per_call=20.00,rejected_calls=0
            """;
    private static final String TRAFFIC =
            """
            # Stats\r
            total_net_input_bytes:1000\r
            total_net_output_bytes:2000\r
            total_net_repl_input_bytes:7\r
            """;

    @Test
    void readsWhatTheStoreCounts() {
        assertThat(Counts.parse(COMMANDS, TRAFFIC))
                .isEqualTo(
                        new Counts(
                                Map.of("evalsha", 12L, "get", 24L, "mget", 4L),
                                Map.of("evalsha", 340L, "get", 90L, "mget", 80L),
                                1000,
                                2000));
        assertThat(
                        Counts.parse("cmdstat_config|get:calls=1,usec=9,usec_per_call=9", TRAFFIC)
                                .calls())
                .containsOnlyKeys("config|get");
        assertThatIllegalStateException().isThrownBy(() -> Counts.parse(COMMANDS, ""));
    }

    @Test
    void readsTheMemoryThatTheStoreUses() {
        assertThat(
                        Info.number(
                                "# Memory\r\nused_memory:1234\r\nused_memory_rss:5678\r\n",
                                "used_memory"))
                .isEqualTo(1234);
    }

    /** The time of a script holds that of its commands: it is told beside it, not added to it. */
    @Test
    void tellsWhatWasDoneForOneOfSoMany() {
        assertThat(Counts.parse(COMMANDS, TRAFFIC).by(4, "an end"))
                .containsExactly(
                        new Figure("scripts of the store", 3, "an end"),
                        new Figure("commands, those in scripts too", 10, "an end"),
                        new Figure("time of scripts", 85, "µs an end"),
                        new Figure("time of commands, those in scripts too", 42.5, "µs an end"),
                        new Figure("to the store", 250, "bytes an end"),
                        new Figure("from the store", 500, "bytes an end"));
    }

    @Test
    void leavesOutSoManyTimesTheOther() {
        var all = new Counts(Map.of("get", 10L, "set", 1L), Map.of("get", 100L), 1000, 2000);
        var other = new Counts(Map.of("get", 2L), Map.of("get", 30L), 100, 10);

        assertThat(all.minus(other, 2.5))
                .isEqualTo(new Counts(Map.of("get", 5L, "set", 1L), Map.of("get", 25L), 750, 1975));
    }

    @Test
    void leavesOutWhatLooksMadeTheStoreDo() {
        var looks = new Looks();
        looks.call("mget");
        looks.sent("key");
        looks.sent("another");
        looks.received("content");
        looks.receivedNothing();

        Counts left = looks.outOf(Counts.parse(COMMANDS, TRAFFIC));

        assertThat(left)
                .isEqualTo(
                        new Counts(
                                Map.of("evalsha", 12L, "get", 24L, "mget", 3L),
                                Map.of("evalsha", 340L, "get", 90L, "mget", 60L),
                                1000 - "$4\r\nmget\r\n$3\r\nkey\r\n$7\r\nanother\r\n".length(),
                                2000 - "$7\r\ncontent\r\n_\r\n".length()));
    }
}
