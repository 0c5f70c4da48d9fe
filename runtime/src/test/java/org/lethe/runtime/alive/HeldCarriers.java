package org.lethe.runtime.alive;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** A process whose carriers are held, as they are by who initialises a class that waits. */
final class HeldCarriers {

    private static final CountDownLatch HELD = new CountDownLatch(2);

    private HeldCarriers() {}

    public static void main(String[] arguments) throws InterruptedException {
        var now = new AtomicLong();
        var check = new CarriersCheck(Thread::startVirtualThread, now::get);
        tell("before", check);
        Thread.startVirtualThread(First::touch);
        Thread.startVirtualThread(Second::touch);
        HELD.await();
        // What was begun before has run by now, or waits as what is begun here does.
        tell("held", check);
        now.addAndGet(Duration.ofDays(1).toNanos());
        // Begins anew if that of before had run, which is not held to its time.
        check.call();
        now.addAndGet(Duration.ofDays(1).toNanos());
        tell("late", check);
        System.exit(0);
    }

    private static void tell(String when, CarriersCheck check) {
        System.out.println(when + " " + check.call().getStatus());
    }

    private static void holdForEver() {
        HELD.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class First {
        static {
            holdForEver();
        }

        static void touch() {}
    }

    private static final class Second {
        static {
            holdForEver();
        }

        static void touch() {}
    }
}
