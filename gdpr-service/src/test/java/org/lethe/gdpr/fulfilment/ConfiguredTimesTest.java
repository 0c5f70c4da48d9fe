package org.lethe.gdpr.fulfilment;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lethe.privacy.retention.Lifetimes;

class ConfiguredTimesTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void acceptsTimesThatAgree() {
        assertThatCode(() -> check(new TestConfig(), HOUR)).doesNotThrowAnyException();
    }

    @Test
    void refusesARequestThatIsDestroyedBeforeItsReceipt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check(new TestConfig(HOUR, Duration.ofHours(24)), HOUR))
                .withMessageContaining("answers-awaited");
    }

    @Test
    void refusesToAskAgainWhenItIsTooLate() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check(new TestConfig(HOUR, HOUR), HOUR))
                .withMessageContaining("ask-again-after");
    }

    @Test
    void refusesResultsThatAreKeptBeyondTheSchedule() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check(new TestConfig(), Duration.ofHours(25)))
                .withMessageContaining("results-lifetime");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check(new TestConfig(), Duration.ZERO))
                .withMessageContaining("results-lifetime");
    }

    private static void check(ErasureSettings erasure, Duration results) {
        new ConfiguredTimes(erasure, () -> results, Lifetimes.standard()).check(new StartupEvent());
    }
}
