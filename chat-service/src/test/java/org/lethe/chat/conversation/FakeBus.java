package org.lethe.chat.conversation;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Channels in memory: who publishes hears at once that all listeners have heard. */
public final class FakeBus {

    private final Map<String, List<Consumer<byte[]>>> channels = new ConcurrentHashMap<>();
    private volatile boolean mute;

    /** Listens until the returned action is run. */
    public Runnable listen(String channel, Consumer<byte[]> listener) {
        List<Consumer<byte[]>> listeners =
                channels.computeIfAbsent(channel, name -> new CopyOnWriteArrayList<>());
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    public void publish(String channel, byte[] signal) {
        if (!mute) {
            channels.getOrDefault(channel, List.of()).forEach(each -> each.accept(signal));
        }
    }

    /** From now on everything that is published is missed. */
    public void mute() {
        mute = true;
    }

    public int listeners(String channel) {
        return channels.getOrDefault(channel, List.of()).size();
    }
}
