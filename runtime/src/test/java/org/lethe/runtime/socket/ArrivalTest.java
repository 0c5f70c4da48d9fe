package org.lethe.runtime.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArrivalTest {

    private final Arrival arrival = new Arrival();

    @Test
    void isTidiedUpOnceByWhoeverSeesItLeave() {
        assertThat(arrival.arrived()).isTrue();
        assertThat(arrival.left()).isTrue();
        assertThat(arrival.left()).isFalse();
    }

    @Test
    void isTidiedUpByItsGreeterIfItLeftMeanwhile() {
        assertThat(arrival.left()).isFalse();
        assertThat(arrival.arrived()).isFalse();
    }
}
