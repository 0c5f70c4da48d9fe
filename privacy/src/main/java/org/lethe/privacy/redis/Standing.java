package org.lethe.privacy.redis;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lethe.privacy.log.Log;
import org.lethe.privacy.log.OncePerCause;
import org.lethe.privacy.pause.Backoff;

/** A subscription that a process can't do without: asked for until the server confirms it. */
public final class Standing implements Subscription {

    private static final Log LOG = Log.of(Standing.class);

    private final Function<When, Subscription> subscribing;
    private final Backoff pauses;
    private final OncePerCause waiting = new OncePerCause(LOG);
    private final CompletableFuture<Void> confirmed = new CompletableFuture<>();
    private @Nullable Subscription current;
    private volatile boolean closed;

    /** Whether signals may have been missed before it was confirmed. */
    enum When {
        AT_ONCE,
        LATE
    }

    private Standing(Function<When, Subscription> subscribing, Backoff pauses) {
        this.subscribing = subscribing;
        this.pauses = pauses;
    }

    /** Asks at once; if that fails, again and again on a thread of its own. */
    static Standing start(Function<When, Subscription> subscribing, Backoff pauses) {
        var standing = new Standing(subscribing, pauses);
        if (!standing.isConfirmed(When.AT_ONCE)) {
            Thread.startVirtualThread(standing::goOn);
        }
        return standing;
    }

    /** Ends once the server has confirmed it, and never by a failure. */
    public CompletableFuture<Void> confirmed() {
        return confirmed.copy();
    }

    @Override
    public void close() {
        closed = true;
        set(null);
    }

    private void goOn() {
        boolean goOn = true;
        while (goOn && !closed) {
            goOn = pauses.pause() && !isConfirmed(When.LATE);
        }
    }

    private boolean isConfirmed(When when) {
        try {
            set(subscribing.apply(when));
            confirmed.complete(null);
            return true;
        } catch (RuntimeException e) {
            if (when == When.LATE) {
                waiting.warn("Signals can't be listened to yet", e);
            }
            return false;
        }
    }

    private synchronized void set(@Nullable Subscription next) {
        if (current != null) {
            current.close();
        }
        current = next;
        if (closed && next != null) {
            next.close();
        }
    }
}
