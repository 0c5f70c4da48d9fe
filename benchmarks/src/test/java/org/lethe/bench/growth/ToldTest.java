package org.lethe.bench.growth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lethe.bench.load.Received;
import org.lethe.bench.report.Figure;

class ToldTest {

    /** Else the sum would grow with them, though each is told the same. */
    @Test
    void countsWhatEachConsoleWasTold() {
        var before = new Told(Received.NOTHING, new Received(1, 10), new Received(2, 20));
        var now = new Told(new Received(8, 400), new Received(17, 810), new Received(26, 2_420));

        assertThat(now.since(before).figures("a chat", 4, 3))
                .contains(
                        new Figure("frames to the desk whose it is, a chat", 2, "frames"),
                        new Figure("bytes to each other desk, a chat", 100, "bytes"),
                        new Figure("frames to each list of visitors, a chat", 2, "frames"),
                        new Figure("bytes to each list of visitors, a chat", 200, "bytes"));
    }

    @Test
    void saysNothingOfOthersWhereThereAreNone() {
        var told = new Told(new Received(8, 400), Received.NOTHING, new Received(1, 1));

        assertThat(told.figures("a chat", 4, 1))
                .noneMatch(figure -> figure.name().contains("other"));
    }
}
