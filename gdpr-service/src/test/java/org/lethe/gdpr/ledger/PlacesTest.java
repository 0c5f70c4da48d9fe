package org.lethe.gdpr.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.Digest;

class PlacesTest {

    private static final int MANY = 1_000;

    private final PlaceIndex index = new PlaceIndex();
    private final PlaceList list = new PlaceList();

    @Test
    void findsEachOfManyAndNoOther() {
        for (int i = 0; i < MANY; i++) {
            index.put(digest(i), i * 3L);
        }

        for (int i = 0; i < MANY; i++) {
            assertThat(index.get(digest(i))).contains(i * 3L);
        }
        assertThat(index.get(digest(MANY))).isEmpty();
    }

    @Test
    void tellsThoseApartThatBeginInTheSameSlot() {
        Digest one = new Digest("0000000000000001" + "0".repeat(48));
        Digest other = new Digest("0000000000000001" + "0000000000000001" + "0".repeat(32));
        Digest third = new Digest("0000000000010001" + "0".repeat(48));
        index.put(one, 0);
        index.put(other, 1);

        assertThat(index.get(one)).contains(0L);
        assertThat(index.get(other)).contains(1L);
        assertThat(index.get(third)).isEmpty();
    }

    @Test
    void keepsTheFirstPlace() {
        index.put(digest(1), 4);
        index.put(digest(1), 5);

        assertThat(index.get(digest(1))).contains(4L);
    }

    @Test
    void givesPagesOfAList() {
        LongStream.range(0, MANY).forEach(list::add);

        assertThat(list.count()).isEqualTo(MANY);
        assertThat(list.from(0, 3)).containsExactly(0L, 1L, 2L);
        assertThat(list.from(MANY - 2, Integer.MAX_VALUE)).isEqualTo(List.of(998L, 999L));
    }

    @Test
    void findsWhereInAListToGoOn() {
        assertThat(list.after(0)).isZero();
        list.add(2);
        list.add(5);
        list.add(9);

        assertThat(list.after(0)).isZero();
        assertThat(list.after(2)).isEqualTo(1);
        assertThat(list.after(4)).isEqualTo(1);
        assertThat(list.after(9)).isEqualTo(3);
        assertThat(list.after(Long.MAX_VALUE)).isEqualTo(3);
    }

    private static Digest digest(int number) {
        return Digest.ofText("request " + number);
    }
}
