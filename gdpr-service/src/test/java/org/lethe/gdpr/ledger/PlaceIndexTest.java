package org.lethe.gdpr.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lethe.contracts.event.Digest;

class PlaceIndexTest {

    private static final int MANY = 1_000;

    private final PlaceIndex index = new PlaceIndex();

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

    private static Digest digest(int number) {
        return Digest.ofText("request " + number);
    }
}
