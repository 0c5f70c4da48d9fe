package org.lethe.privacy.redis;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** Publish and subscribe: signals may be missed, so they only ever say that something changed. */
public final class RedisSignals implements AutoCloseable {

    private final Duration timeout;
    private final PubSubLink link;
    private final Object lock = new Object();
    private final Map<PubSubLink.Channel, Listeners> channels = new ConcurrentHashMap<>();

    RedisSignals(Function<PubSubLink.Receiver, PubSubLink> connect, Duration timeout) {
        this.timeout = timeout;
        this.link = connect.apply(new Dispatcher());
    }

    /** Listens to a channel that every node carries; returns when the server confirmed it. */
    public Subscription subscribe(String channel, SignalListener listener) {
        return subscribe(new PubSubLink.Channel(channel, false), listener);
    }

    /** Listens to a channel that only the node of the tag in its name carries. */
    public Subscription subscribeSharded(String channel, SignalListener listener) {
        return subscribe(new PubSubLink.Channel(channel, true), listener);
    }

    /**
     * As {@link #subscribe}, for what a process listens to as long as it runs: while the server
     * can't confirm it, it is asked again. Who was listened to late is told that signals were
     * missed.
     */
    public Standing keep(String name, SignalListener listener) {
        var channel = new PubSubLink.Channel(name, false);
        return Standing.start(
                when -> {
                    var serial = new SerialListener(listener);
                    Subscription confirmed = subscribe(channel, serial);
                    if (when == Standing.When.LATE) {
                        serial.reconnected();
                    }
                    return confirmed;
                },
                Opening.pauses());
    }

    @Override
    public void close() {
        link.close();
    }

    private Subscription subscribe(PubSubLink.Channel channel, SignalListener listener) {
        return subscribe(channel, new SerialListener(listener));
    }

    private Subscription subscribe(PubSubLink.Channel channel, SerialListener serial) {
        CompletionStage<Void> confirmation = add(channel, serial);
        var open = new AtomicBoolean(true);
        Subscription subscription =
                () -> {
                    if (open.getAndSet(false)) {
                        remove(channel, serial);
                    }
                };
        try {
            Replies.await(confirmation, timeout);
        } catch (RuntimeException e) {
            subscription.close();
            throw e;
        }
        return subscription;
    }

    private CompletionStage<Void> add(PubSubLink.Channel channel, SerialListener listener) {
        synchronized (lock) {
            Listeners listeners = channels.get(channel);
            if (listeners == null) {
                // Known before the server is asked: its confirmation may come first.
                listeners = new Listeners();
                channels.put(channel, listeners);
                listeners.confirmation = ask(channel);
            }
            listeners.all.add(listener);
            return listeners.confirmation;
        }
    }

    private CompletionStage<Void> ask(PubSubLink.Channel channel) {
        try {
            return link.subscribe(channel);
        } catch (RuntimeException e) {
            // Whoever comes next has to ask the server again.
            channels.remove(channel);
            throw e;
        }
    }

    private void remove(PubSubLink.Channel channel, SerialListener listener) {
        listener.close();
        synchronized (lock) {
            Listeners listeners = channels.get(channel);
            if (listeners == null || !listeners.all.remove(listener)) {
                return;
            }
            if (listeners.all.isEmpty()) {
                channels.remove(channel);
                var _ = link.unsubscribe(channel);
            }
        }
    }

    private static final class Listeners {
        final List<SerialListener> all = new CopyOnWriteArrayList<>();
        final AtomicBoolean confirmed = new AtomicBoolean();
        CompletionStage<Void> confirmation = CompletableFuture.completedFuture(null);
    }

    private final class Dispatcher implements PubSubLink.Receiver {

        @Override
        public void onMessage(PubSubLink.Channel channel, byte[] payload) {
            Listeners listeners = channels.get(channel);
            if (listeners != null) {
                listeners.all.forEach(listener -> listener.signal(payload));
            }
        }

        // Told after the subscription is in force again: what is fetched now can't be outdated.
        @Override
        public void onSubscribed(PubSubLink.Channel channel) {
            Listeners listeners = channels.get(channel);
            if (listeners != null && listeners.confirmed.getAndSet(true)) {
                listeners.all.forEach(SerialListener::reconnected);
            }
        }
    }
}
