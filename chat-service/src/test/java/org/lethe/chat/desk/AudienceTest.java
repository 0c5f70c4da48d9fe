package org.lethe.chat.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lethe.chat.TestSettings;
import org.lethe.contracts.id.ChatId;

/** How those who look at a board are told beside each other. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AudienceTest {

    private static final String VISIT = "v01-abcd-" + "0".repeat(26);

    private final CountDownLatch held = new CountDownLatch(1);
    private final Board board =
            new Board(
                    _ -> Optional.empty(),
                    () -> {},
                    () -> false,
                    TestSettings.of(
                            BoardSettings.class,
                            Map.of(
                                    "lethe.chat.board.coalesce", "1ms",
                                    "lethe.chat.board.repeat", "10ms")));

    @AfterEach
    void letGo() {
        held.countDown();
    }

    @Test
    void holdsUpNobodyForOneThatTakesLong() {
        List<Integer> slow = watchSlowly();
        List<Integer> quick = new CopyOnWriteArrayList<>();
        watch((_, view) -> quick.add(view.waiting()));

        queue(1);
        Awaitility.await().until(() -> slow.contains(1) && quick.contains(1));
        queue(2);
        List<Integer> late = new CopyOnWriteArrayList<>();
        watch((_, view) -> late.add(view.waiting()));

        Awaitility.await().until(() -> quick.contains(2));
        assertThat(late).startsWith(2);
        assertThat(slow).containsExactly(0, 1);
    }

    @Test
    void tellsOneThatTookLongWhatItMissedAndOnlyTheLatest() {
        List<Integer> slow = watchSlowly();
        List<Integer> quick = new CopyOnWriteArrayList<>();
        watch((_, view) -> quick.add(view.waiting()));
        queue(1);
        Awaitility.await().until(() -> slow.contains(1));
        for (int i = 2; i <= 9; i++) {
            int waiting = i;
            queue(waiting);
            Awaitility.await().until(() -> quick.contains(waiting));
        }

        held.countDown();

        Awaitility.await().until(() -> slow.contains(9));
        assertThat(slow).containsExactly(0, 1, 9);
    }

    @Test
    void tellsEachOneAtATimeAlsoWhenAskedTo() {
        List<Integer> told = new CopyOnWriteArrayList<>();
        Board.Listener slow = slowly(told);
        watch(slow);
        queue(1);
        Awaitility.await().until(() -> told.contains(1));

        Thread asking = Thread.startVirtualThread(() -> board.audience().tell(slow));

        Awaitility.await().until(() -> asking.getState() == Thread.State.WAITING);
        assertThat(told).containsExactly(0, 1);
        held.countDown();
        Awaitility.await().until(() -> told.equals(List.of(0, 1, 1)));
    }

    @Test
    void tellsNothingOlderAfterwards() {
        List<Integer> told = new CopyOnWriteArrayList<>();
        Board.Listener listener = (_, view) -> told.add(view.waiting());
        board.audience().add(listener);
        List<Thread> asking =
                List.of(
                        Thread.startVirtualThread(() -> tellOften(listener)),
                        Thread.startVirtualThread(() -> tellOften(listener)));

        for (int i = 1; i <= 200; i++) {
            queue(i);
        }

        Awaitility.await().until(() -> asking.stream().noneMatch(Thread::isAlive));
        Awaitility.await().until(() -> told.getLast() == 200);
        assertThat(told).isSorted();
    }

    @Test
    void tellsNobodyWhoHasGone() {
        List<Integer> told = new CopyOnWriteArrayList<>();
        Board.Listener listener = (_, view) -> told.add(view.waiting());
        watch(listener);
        board.audience().remove(listener);
        List<Integer> other = new CopyOnWriteArrayList<>();
        watch((_, view) -> other.add(view.waiting()));

        queue(1);
        board.audience().tell(listener);

        Awaitility.await().until(() -> other.contains(1));
        assertThat(told).containsExactly(0);
    }

    private List<Integer> watchSlowly() {
        List<Integer> told = new CopyOnWriteArrayList<>();
        watch(slowly(told));
        return told;
    }

    /** Is told at once of what there is, and then takes long over each change. */
    private Board.Listener slowly(List<Integer> told) {
        return (_, view) -> {
            told.add(view.waiting());
            return view.waiting() == 0 || isReleased();
        };
    }

    private boolean isReleased() {
        try {
            held.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void tellOften(Board.Listener listener) {
        for (int i = 0; i < 200; i++) {
            board.audience().tell(listener);
        }
    }

    private void watch(Board.Listener listener) {
        board.audience().add(listener);
        board.audience().tell(listener);
    }

    private void queue(int number) {
        ChatId chat = ChatId.of("c01-abcd-" + "%026d".formatted(number));
        String signal = chat + " queued " + number + " " + VISIT + " -";
        board.onSignal(signal.getBytes(StandardCharsets.US_ASCII));
    }
}
