package org.lethe.mail.post;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.privacy.retention.RetentionSchedule;

class PostLimitsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void acceptsWhatCanWork() {
        assertThatCode(() -> PostLimits.check(new LocalPost(1, 1, SECOND, SECOND, SECOND)))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesWhatSendsNothingOrWaitsForEver() {
        Duration year = Duration.ofDays(365);
        refuses(new LocalPost(0, 1, SECOND, SECOND, SECOND), "connections");
        refuses(new LocalPost(1, 0, SECOND, SECOND, SECOND), "connections-per-account");
        refuses(new LocalPost(1, 1, Duration.ZERO, SECOND, SECOND), "silence");
        refuses(new LocalPost(1, 1, Duration.ofNanos(1), SECOND, SECOND), "silence");
        refuses(new LocalPost(1, 1, year, SECOND, year), "silence");
        refuses(new LocalPost(1, 1, SECOND, Duration.ZERO, SECOND), "first-transfer");
        refuses(new LocalPost(1, 1, SECOND, SECOND, Duration.ofMillis(999)), "hand-in");
    }

    /** What is noted of a letter that was handed over lies in the store for as long. */
    @Test
    void refusesToWaitForLongerThanALetterCan() {
        Duration half = RetentionSchedule.ceiling(ScopeKind.LETTER).dividedBy(2);
        assertThatCode(() -> PostLimits.check(new LocalPost(1, 1, SECOND, SECOND, half)))
                .doesNotThrowAnyException();
        refuses(new LocalPost(1, 1, SECOND, SECOND, half.plusSeconds(1)), "hand-in");
    }

    private static void refuses(PostSettings config, String setting) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PostLimits.check(config))
                .withMessageEndingWith("lethe.mail.server." + setting);
    }
}
