package org.lethe.runtime.rhythm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TurnsTest {

    private static final Duration LONG = Duration.ofMinutes(10);

    private final List<String> done = new ArrayList<>();

    @Test
    void letsNoMoreThanSoManyAtATime() {
        var two = new Turns(2, Duration.ofMillis(1));

        Optional<Optional<Boolean>> outer =
                two.take(() -> two.take(() -> two.run(() -> done.add("third"))));

        assertThat(outer).contains(Optional.of(false));
        assertThat(done).isEmpty();
        assertThat(two.take(() -> "its turn")).contains("its turn");
    }

    @Test
    void givesATurnBackThatFailed() {
        var one = new Turns(1, Duration.ofMillis(1));

        assertThatIllegalStateException().isThrownBy(() -> one.run(TurnsTest::fail));

        assertThat(one.run(() -> done.add("again"))).isTrue();
    }

    @Test
    void servesWhoCameFirst() {
        var one = new Turns(1, LONG);
        var threads = new ArrayList<Thread>();

        one.run(() -> {
            for (String name : List.of("first", "second", "third")) {
                threads.add(waiting(() -> one.run(() -> done.add(name))));
            }
        });

        Awaitility.await().until(() -> threads.stream().noneMatch(Thread::isAlive));
        assertThat(done).containsExactly("first", "second", "third");
    }

    @Test
    void letsNobodyWaitOnceClosed() {
        var one = new Turns(1, LONG);
        var waited = new CompletableFuture<Boolean>();

        boolean wasDone =
                one.run(() -> {
                    waiting(() -> waited.complete(one.run(() -> done.add("late"))));
                    one.close();
                    assertThat(waited.join()).isFalse();
                });

        assertThat(wasDone).isTrue();
        assertThat(one.run(() -> done.add("later"))).isFalse();
        assertThat(done).isEmpty();
    }

    /** Until it does wait. */
    private static Thread waiting(Runnable work) {
        Thread thread = Thread.startVirtualThread(work);
        Awaitility.await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        return thread;
    }

    private static void fail() {
        throw new IllegalStateException("as the test wants it");
    }
}
