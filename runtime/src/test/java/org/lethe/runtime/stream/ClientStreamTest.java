package org.lethe.runtime.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ClientStreamTest {

    private final AtomicInteger hungUp = new AtomicInteger();
    private final ClientStream stream = new ClientStream(hungUp::incrementAndGet);
    private final CountDownLatch waits = new CountDownLatch(1);

    @Test
    void wakesWhoWaitsForAClientThatTakesNoMore() throws Exception {
        CompletableFuture<Void> writing = waiting();

        stream.end();

        assertThatThrownBy(() -> writing.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseInstanceOf(InterruptedException.class);
        assertThat(hungUp).hasValue(1);
    }

    @Test
    void letsNothingPassAfterItsEnd() {
        stream.end();
        stream.end();

        assertThatThrownBy(() -> stream.whileWaiting(() -> hungUp.set(99)))
                .isInstanceOf(IOException.class);
        assertThat(hungUp).hasValue(1);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void leavesNoInterruptBehind() throws IOException {
        stream.whileWaiting(stream::end);

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void endsForAClientThatTakesNothingForLong() throws Exception {
        CompletableFuture<Void> writing = waiting();

        assertThat(stream.endIfOverdue(later(ClientStream.STALLED.minusSeconds(5)))).isFalse();
        assertThat(stream.endIfOverdue(later(ClientStream.STALLED.plusSeconds(5)))).isTrue();

        assertThatThrownBy(() -> writing.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class);
        assertThat(hungUp).hasValue(1);
    }

    @Test
    void endsForAClientThatTakesALittleForEver() {
        assertThat(stream.endIfOverdue(later(ClientStream.LONGEST.minusSeconds(5)))).isFalse();
        assertThat(stream.endIfOverdue(later(ClientStream.LONGEST.plusSeconds(5)))).isTrue();
        assertThat(hungUp).hasValue(1);
    }

    /** Waits in a thread of its own until it is woken. */
    private CompletableFuture<Void> waiting() throws InterruptedException {
        var done = new CompletableFuture<Void>();
        Thread.startVirtualThread(() -> {
            try {
                stream.whileWaiting(this::takeNothing);
                done.complete(null);
            } catch (IOException e) {
                done.completeExceptionally(e);
            }
        });
        assertThat(waits.await(10, TimeUnit.SECONDS)).isTrue();
        return done;
    }

    private void takeNothing() throws IOException {
        waits.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw (IOException) new InterruptedIOException().initCause(e);
        }
    }

    private static long later(Duration time) {
        return System.nanoTime() + time.toNanos();
    }
}
