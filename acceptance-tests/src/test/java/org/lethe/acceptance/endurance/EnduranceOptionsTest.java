package org.lethe.acceptance.endurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnduranceOptionsTest {

    @Test
    void areAnHourUnlessSaidOtherwise() {
        assertThat(EnduranceOptions.of(List.of()).length()).isEqualTo(Duration.ofHours(1));
        assertThat(EnduranceOptions.of(List.of("--minutes", "10", "--seed", "7")))
                .isEqualTo(new EnduranceOptions(Duration.ofMinutes(10), 7, 6, 1));
        assertThat(EnduranceOptions.of(List.of("--replicas", "2")).replicas()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--minutes", "--minutes x", "--minutes 0", "--replicas 0", "--hours 1", "7"})
    void refuseWhatTheyDoNotUnderstand(String arguments) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EnduranceOptions.of(List.of(arguments.split(" "))));
    }
}
