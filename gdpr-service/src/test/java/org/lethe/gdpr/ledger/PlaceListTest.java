package org.lethe.gdpr.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.lethe.gdpr.checkpoint.FakeCheckpointStore;

/** With three on a page: what is asked for is the same, wherever it is. */
class PlaceListTest {

    private static final int BLOCK = 3;
    private static final int MANY = 20;

    private final FakeCheckpointStore store = new FakeCheckpointStore();
    private PlaceList list = new PlaceList(BLOCK);

    @Test
    void givesEachPartWhateverIsOnPages() {
        for (int moves = 0; moves <= 2; moves++) {
            for (int i = 0; i < MANY; i++) {
                list.add(list.count() * 10);
            }
            for (int from = 0; from <= list.count(); from++) {
                for (int limit = 0; limit <= list.count() + 1 - from; limit++) {
                    assertThat(list.from(from, limit).read(store))
                            .as("%s from %s", limit, from)
                            .isEqualTo(tens(from, Math.min(list.count(), from + limit)));
                }
            }
            move();
        }
        assertThat(list.from(59, Integer.MAX_VALUE).read(store)).containsExactly(590L);
    }

    @Test
    void isNearWhatFollowsAPlace() {
        for (int i = 0; i < MANY; i++) {
            list.add(i * 10L);
        }
        move();

        for (long place = -5; place < MANY * 10 + 5; place++) {
            long found = list.near(place);
            List<Long> from = list.from(found, MANY).read(store);
            assertThat(from).startsWith(tens(found, MANY).toArray(Long[]::new));
            long after = place;
            assertThat(from.stream().filter(one -> one <= after).count())
                    .as("before what follows %s", place)
                    .isLessThanOrEqualTo(BLOCK);
            assertThat(found * 10)
                    .isLessThanOrEqualTo(Math.max(0, Math.floorDiv(place, 10) * 10 + 10));
        }
    }

    @Test
    void findsWhereToGoOnWhileNothingIsOnPages() {
        assertThat(list.near(0)).isZero();
        list.add(2);
        list.add(5);
        list.add(9);

        assertThat(list.near(0)).isZero();
        assertThat(list.near(2)).isEqualTo(1);
        assertThat(list.near(4)).isEqualTo(1);
        assertThat(list.near(9)).isEqualTo(3);
        assertThat(list.near(Long.MAX_VALUE)).isEqualTo(3);
    }

    @Test
    void readsNoPageForWhatIsOnNone() {
        for (int i = 0; i < MANY; i++) {
            list.add(i * 10L);
        }
        move();

        assertThat(list.from(18, 10).read(store)).containsExactly(180L, 190L);
        assertThat(store.reads()).isZero();
        assertThat(list.from(2, 2).read(store)).containsExactly(20L, 30L);
        assertThat(store.reads()).isEqualTo(2);
    }

    @Test
    void isMadeAgainOfWhatWasWrittenDown() {
        for (int i = 0; i < MANY; i++) {
            list.add(i * 10L);
        }
        move();
        PlaceList.State state = list.state();
        assertThat(state.open()).containsExactly(180L, 190L);

        list = PlaceList.of(state, BLOCK);
        list.add(200);

        assertThat(list.from(0, 100).read(store)).isEqualTo(tens(0, MANY + 1));
        move();
        assertThat(list.state().open()).isEmpty();
    }

    private void move() {
        list.moved(store.write(list.complete()));
    }

    private static List<Long> tens(long begin, long end) {
        return LongStream.range(begin, end).map(i -> i * 10).boxed().toList();
    }
}
