package org.lethe.runtime.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FrameQueueTest {

    private final SocketSettings settings =
            TestSockets.settings(
                    Map.of(
                            "lethe.sockets.max-waiting-frames", "3",
                            "lethe.sockets.max-waiting", "40",
                            "lethe.sockets.max-waiting-in-all", "60"));
    private final SocketLoad load = new SocketLoad(settings);
    private final List<String> handled = new CopyOnWriteArrayList<>();
    private final CountDownLatch slow = new CountDownLatch(1);
    private final FrameQueue queue = queue();

    @Test
    void givesFramesTheirTurnInOrder() {
        slow.countDown();
        for (int i = 0; i < 3; i++) {
            assertThat(queue.offer("frame " + i)).isTrue();
        }

        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(handled).containsExactly("frame 0", "frame 1", "frame 2"));
    }

    @Test
    void letsOnlySoManyWait() {
        inWork("first");

        assertThat(queue.offer("1")).isTrue();
        assertThat(queue.offer("2")).isTrue();
        assertThat(queue.offer("3")).isTrue();
        assertThat(queue.offer("4")).isFalse();
    }

    @Test
    void letsOnlySoMuchWait() {
        inWork("first");

        assertThat(queue.offer("x".repeat(30))).isTrue();
        assertThat(queue.offer("x".repeat(11))).isFalse();
        assertThat(queue.offer("x".repeat(10))).isTrue();
    }

    @Test
    void letsOnlySoMuchWaitInAllQueuesTogether() {
        inWork("first");
        FrameQueue other = queue();

        assertThat(queue.offer("x".repeat(40))).isTrue();
        assertThat(other.offer("x".repeat(40))).isFalse();
        queue.close();
        assertThat(other.offer("x".repeat(40))).as("what was given up makes room").isTrue();
    }

    @Test
    void givesNoTurnsAnyMoreOnceItIsClosed() {
        inWork("first");
        queue.offer("second");

        queue.close();
        slow.countDown();

        assertThat(queue.offer("third")).isTrue();
        assertThat(queue.isClosed()).isTrue();
        Awaitility.await().until(() -> load.takesWaiting(60));
        assertThat(handled).containsExactly("first");
    }

    @Test
    void letsNoLaneWaitForAnother() {
        inWork("a: slow");
        inWork("b: first");
        inWork("c: first");

        assertThat(handled).containsExactly("a: slow", "b: first", "c: first");
    }

    @Test
    void keepsTheOrderWithinALane() {
        inWork("a: first");
        queue.offer("a: second");
        queue.offer("a: third");

        Awaitility.await().during(Duration.ofMillis(100)).until(() -> handled.size() == 1);
        slow.countDown();
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(handled).containsExactly("a: first", "a: second", "a: third"));
    }

    @Test
    void beginsALaneAgainThatHadNothingToDo() {
        slow.countDown();
        for (int round = 0; round < 100; round++) {
            String frame = "a: " + round;
            assertThat(queue.offer(frame)).isTrue();
            Awaitility.await()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> handled.contains(frame));
        }
    }

    @Test
    void letsAllWaitForWhatIsOfNoLane() {
        inWork("slow");
        queue.offer("a: behind");

        Awaitility.await().during(Duration.ofMillis(100)).until(() -> handled.size() == 1);
        slow.countDown();
        Awaitility.await().until(() -> handled.contains("a: behind"));
    }

    @Test
    void letsOnlySoManyWaitInAllLanesTogether() {
        inWork("a: slow");
        inWork("b: slow");

        assertThat(queue.offer("a: 1")).isTrue();
        assertThat(queue.offer("c: 2")).isFalse();
        slow.countDown();
        Awaitility.await().until(() -> queue.offer("c: 3"));
    }

    @Test
    void givesNoTurnsInALaneOnceItIsClosed() {
        inWork("a: slow");
        queue.offer("a: second");
        queue.offer("b: other");
        Awaitility.await().until(() -> handled.contains("b: other"));

        queue.close();
        slow.countDown();

        Awaitility.await().until(() -> load.takesWaiting(60));
        assertThat(handled).containsExactly("a: slow", "b: other");
    }

    private FrameQueue queue() {
        return new FrameQueue(
                frame -> new FrameQueue.Turn(lane(frame), () -> handle(frame)), load, settings);
    }

    private static @Nullable String lane(String frame) {
        int colon = frame.indexOf(':');
        return colon < 0 ? null : frame.substring(0, colon);
    }

    /** Has a frame that takes long out of the queue. */
    private void inWork(String frame) {
        queue.offer(frame);
        Awaitility.await().until(() -> handled.contains(frame));
    }

    private void handle(String frame) {
        handled.add(frame);
        try {
            slow.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
