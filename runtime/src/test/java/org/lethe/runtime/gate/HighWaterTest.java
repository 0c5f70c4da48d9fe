package org.lethe.runtime.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HighWaterTest {

    private final HighWater mark = new HighWater(60);

    @Test
    void isOverFromTheMarkOn() {
        assertThat(mark.isOver()).isFalse();

        mark.note(0.599);
        assertThat(mark.isOver()).isFalse();

        mark.note(0.6);
        assertThat(mark.isOver()).isTrue();
    }

    @Test
    void staysOverUntilItIsWellBelow() {
        mark.note(0.61);

        mark.note(0.56);
        assertThat(mark.isOver()).isTrue();

        mark.note(0.54);
        assertThat(mark.isOver()).isFalse();

        mark.note(0.59);
        assertThat(mark.isOver()).isFalse();
    }

    @Test
    void mayBeTheWhole() {
        var whole = new HighWater(100);

        whole.note(0.99);
        assertThat(whole.isOver()).isFalse();
        whole.note(1.2);
        assertThat(whole.isOver()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 101})
    void isAPartOfTheWhole(int percent) {
        assertThatIllegalArgumentException().isThrownBy(() -> new HighWater(percent));
    }
}
