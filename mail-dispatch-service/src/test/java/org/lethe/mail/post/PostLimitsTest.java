package org.lethe.mail.post;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PostLimitsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void acceptsWhatCanWork() {
        assertThatCode(() -> PostLimits.check(new LocalPost(25, 1, SECOND, SECOND)))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesWhatSendsNothingOrWaitsForEver() {
        refuses(new LocalPost(25, 0, SECOND, SECOND), "connections");
        refuses(new LocalPost(0, 8, SECOND, SECOND), "port");
        refuses(new LocalPost(25, 8, Duration.ZERO, SECOND), "silence");
        refuses(new LocalPost(25, 8, Duration.ofNanos(1), SECOND), "silence");
        refuses(new LocalPost(25, 8, Duration.ofDays(365), Duration.ofDays(365)), "silence");
        refuses(new LocalPost(25, 8, SECOND, Duration.ofMillis(999)), "hand-in");
    }

    private static void refuses(PostSettings config, String setting) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PostLimits.check(config))
                .withMessageEndingWith("lethe.mail.server." + setting);
    }
}
