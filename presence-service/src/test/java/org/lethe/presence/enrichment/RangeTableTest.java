package org.lethe.presence.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RangeTableTest {

    @Test
    void findsRangesAndGaps() {
        RangeTable table = new RangeTable.Builder().add(10, 19, 1).add(30, 39, 2).build();

        assertThat(table.find(9)).isEqualTo(RangeTable.NONE);
        assertThat(table.find(10)).isEqualTo(1);
        assertThat(table.find(19)).isEqualTo(1);
        assertThat(table.find(20)).isEqualTo(RangeTable.NONE);
        assertThat(table.find(39)).isEqualTo(2);
        assertThat(table.find(40)).isEqualTo(RangeTable.NONE);
    }

    @Test
    void comparesAsUnsigned() {
        RangeTable table =
                new RangeTable.Builder()
                        .add(1, 5, 1)
                        .add(0x8000_0000_0000_0000L, 0x8000_0000_0000_00ffL, 2)
                        .add(0xffff_ffff_ffff_ff00L, -1L, 3)
                        .build();

        assertThat(table.find(3)).isEqualTo(1);
        assertThat(table.find(0x8000_0000_0000_0010L)).isEqualTo(2);
        assertThat(table.find(-1L)).isEqualTo(3);
        assertThat(table.find(0x7fff_ffff_ffff_ffffL)).isEqualTo(RangeTable.NONE);
    }

    @Test
    void ignoresWhatOverlapsAnEarlierRange() {
        RangeTable table =
                new RangeTable.Builder().add(10, 19, 1).add(15, 25, 2).add(20, 29, 3).build();

        assertThat(table.find(15)).isEqualTo(1);
        assertThat(table.find(22)).isEqualTo(3);
    }

    @Test
    void joinsNeighboursOfOneLabel() {
        RangeTable table = new RangeTable.Builder().add(10, 19, 1).add(20, 29, 1).build();

        assertThat(table.find(19)).isEqualTo(1);
        assertThat(table.find(20)).isEqualTo(1);
        assertThat(table.find(30)).isEqualTo(RangeTable.NONE);
    }
}
