package org.lethe.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.privacy.retention.Lifetimes;

class LifetimeConfigTest {

    @Test
    void takesTheScheduleWhereNothingIsSaid() {
        assertThat(config(Map.of()).lifetimes()).isEqualTo(Lifetimes.standard());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT2S", "PT3S"})
    void refusesAMarginThatTheReaperMayMiss(String margin) {
        LifetimeSettings config = config(Map.of("lethe.lifetimes.margin", margin));

        assertThatIllegalArgumentException().isThrownBy(config::lifetimes);
    }

    @Test
    void takesAMarginThatTheReaperKeeps() {
        assertThat(config(Map.of("lethe.lifetimes.margin", "PT4S")).lifetimes().margin())
                .isEqualTo(Duration.ofSeconds(4));
    }

    private static LifetimeSettings config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(LifetimeSettings.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(LifetimeSettings.class);
    }
}
