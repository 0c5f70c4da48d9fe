package org.lethe.runtime.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {

    @Test
    void isReadAsItIsWrittenInSettings() {
        assertThat(Rate.valueOf("30 in 15s")).isEqualTo(new Rate(30, Duration.ofSeconds(15)));
        assertThat(Rate.valueOf("1 in 24h")).isEqualTo(new Rate(1, Duration.ofDays(1)));
        assertThat(Rate.valueOf("100M in 6h")).isEqualTo(new Rate(100L << 20, Duration.ofHours(6)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "30",
                "30/15s",
                "-1 in 1s",
                "0 in 1s",
                "1 in 0s",
                "1T in 1s",
                "1 in x",
                "1G in 1s"
            })
    void refusesWhatIsNone(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Rate.valueOf(text));
    }
}
