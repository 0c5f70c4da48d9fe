package org.lethe.bench.growth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SizesTest {

    @Test
    void endsWithWhatWasAskedFor() {
        assertThat(Sizes.upTo(10_000, 1_000, 3_000, 10_000, 30_000))
                .containsExactly(1_000, 3_000, 10_000);
        assertThat(Sizes.upTo(2_000, 1_000, 3_000)).containsExactly(1_000, 2_000);
        assertThat(Sizes.upTo(100, 1_000)).containsExactly(100);
    }

    @Test
    void growsFromTenChats() {
        assertThat(Sizes.upTo(100, ChatGrowth.SIZES)).containsExactly(10, 30, 100);
    }
}
