package org.lethe.privacy.redis;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.lethe.privacy.log.Log;

/** Calls a listener in order on a virtual thread, which lives only while there is something. */
final class SerialListener {

    private static final Log LOG = Log.of(SerialListener.class);

    private final SignalListener listener;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger pending = new AtomicInteger();
    private volatile boolean closed;

    SerialListener(SignalListener listener) {
        this.listener = listener;
    }

    void signal(byte[] payload) {
        enqueue(() -> listener.onSignal(payload));
    }

    void reconnected() {
        enqueue(listener::onReconnected);
    }

    void close() {
        closed = true;
    }

    private void enqueue(Runnable call) {
        waiting.add(call);
        if (pending.getAndIncrement() == 0) {
            Thread.startVirtualThread(this::drain);
        }
    }

    private void drain() {
        do {
            Runnable call = waiting.poll();
            if (call != null && !closed) {
                run(call);
            }
        } while (pending.decrementAndGet() > 0);
    }

    private static void run(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            // One signal that can't be handled must not end the listening.
            LOG.warn("A signal could not be handled", e);
        }
    }
}
