package org.lethe.runtime.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AllowanceTest {

    private static final long SECOND = 1_000_000_000L;

    private final Allowance allowance = new Allowance(3, 2, 0);

    @Test
    void grantsABurstThenRefuses() {
        assertThat(taken(3, 0)).isEqualTo(3);
        assertThat(allowance.take(0)).isFalse();
    }

    @Test
    void refillsSteadily() {
        taken(3, 0);

        assertThat(allowance.take(SECOND / 4)).isFalse();
        assertThat(allowance.take(SECOND / 2)).isTrue();
        assertThat(taken(9, SECOND + SECOND / 2)).isEqualTo(2);
    }

    @Test
    void neverHoldsMoreThanABurst() {
        assertThat(taken(9, 3_600 * SECOND)).isEqualTo(3);
    }

    private int taken(int tries, long at) {
        int taken = 0;
        for (int i = 0; i < tries; i++) {
            taken += allowance.take(at) ? 1 : 0;
        }
        return taken;
    }
}
