package org.lethe.mail.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.LetterId;

class LetterQueueTest {

    private static final AccountId ACME = AccountId.of("acme");

    private final LetterId letter = LetterId.mint("e0e0", new SecureRandom());

    @Test
    void aLetterWhoseAttemptEndedInAnErrorCanComeBack() {
        var attempts = new AtomicInteger();
        var queue =
                new LetterQueue(
                        queued -> {
                            if (attempts.incrementAndGet() == 1) {
                                throw new NoClassDefFoundError();
                            }
                            return Optional.empty();
                        },
                        1,
                        1);

        queue.offer(new QueuedLetter(letter, ACME, null));
        awaitEmpty(queue, attempts, 1);
        queue.offer(new QueuedLetter(letter, ACME, null));

        awaitEmpty(queue, attempts, 2);
    }

    @Test
    void anAccountWhoseMailIsTakenSlowlyHoldsUpNobodyElse() {
        var slow = new CountDownLatch(1);
        var sent = new AtomicInteger();
        var queue =
                new LetterQueue(
                        queued -> {
                            if (queued.account().equals(ACME)) {
                                awaitUninterruptibly(slow);
                            }
                            sent.incrementAndGet();
                            return Optional.empty();
                        },
                        4,
                        3);

        for (int i = 0; i < 20; i++) {
            queue.offer(new QueuedLetter(LetterId.mint("e0e0", new SecureRandom()), ACME, null));
        }
        queue.offer(new QueuedLetter(letter, AccountId.of("another"), null));

        await().untilAsserted(() -> assertThat(sent).hasValue(1));
        slow.countDown();
        awaitEmpty(queue, sent, 21);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The error ends the thread that it is thrown on; it must not end the waiting, too. */
    private static void awaitEmpty(LetterQueue queue, AtomicInteger attempts, int expected) {
        await().dontCatchUncaughtExceptions()
                .until(() -> attempts.get() == expected && queue.size() == 0);
    }
}
