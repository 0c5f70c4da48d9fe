package org.lethe.acceptance.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DisturbancesTest {

    private final Disturbances disturbances = new Disturbances();

    @Test
    void countsWhatOverlapsATime() {
        disturbances.note("redis", 10, 20);
        disturbances.note("redis", 40, 50);
        disturbances.note("kafka", 10, 20);

        assertThat(disturbances.count(15, 30, List.of("redis"))).isEqualTo(1);
        assertThat(disturbances.count(0, 100, List.of("redis"))).isEqualTo(2);
        assertThat(disturbances.count(21, 39, List.of("redis", "kafka"))).isZero();
    }

    @Test
    void knowsWhetherTheStoreWasLostInATime() {
        disturbances.noteLoss(10);

        assertThat(disturbances.wasStoreLost(0, 10)).isTrue();
        assertThat(disturbances.wasStoreLost(11, 100)).isFalse();
    }
}
