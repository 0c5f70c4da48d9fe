package org.lethe.runtime.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SocketLoadTest {

    private static final int SHARE = 64 * 1024;

    private final SocketLoad load =
            TestSockets.load(
                    Map.of(
                            "lethe.sockets.max-unsent", Integer.toString(4 * SHARE),
                            "lethe.sockets.max-unsent-in-all", Integer.toString(6 * SHARE)));

    @Test
    void cutsOffWhoHasTooMuchAhead() {
        assertThat(load.takesUnsent(4 * SHARE, 4 * SHARE)).isTrue();
        load.sent(4 * SHARE);
        assertThat(load.takesUnsent(4 * SHARE + 1, SHARE)).isFalse();
    }

    @Test
    void cutsOffThoseWithMoreThanTheirShareWhenItIsTooMuchInAll() {
        assertThat(load.takesUnsent(4 * SHARE, 4 * SHARE)).isTrue();
        assertThat(load.takesUnsent(2 * SHARE, 2 * SHARE)).isTrue();

        assertThat(load.takesUnsent(SHARE + 1, SHARE + 1)).as("one more that lags").isFalse();
        assertThat(load.takesUnsent(SHARE, SHARE)).as("who reads").isTrue();
    }
}
