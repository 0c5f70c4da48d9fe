package org.lethe.acceptance.endurance;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What is known of a run: by visitors, operators, and whoever makes faults. Safe for threads. */
final class Chronicle {

    /** Who is told of an end is told that all is destroyed. */
    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    /** They follow the event, which an outage of Kafka may keep. */
    private static final Duration FILES = Duration.ofSeconds(90);

    /**
     * A visit's life and what a link may hold back of its last sign; 85 s for which nobody is
     * missed after an outage; the end itself.
     */
    private static final Duration LEFT = Duration.ofSeconds(170 + 30 + 85 + 60);

    private static final Duration LATELY = Duration.ofMinutes(3);
    private static final List<String> DESTROYING =
            List.of("chat-service", "file-relay-service", "redis", "kafka");

    private final Verdict verdict;
    private final Disturbances disturbances = new Disturbances();
    private final Deadlines stored;
    private final Deadlines files;
    private final Map<String, ChatRecord> chats = new ConcurrentHashMap<>();
    private final Queue<Written> written = new ConcurrentLinkedQueue<>();

    Chronicle(Verdict verdict) {
        this.verdict = verdict;
        this.stored = new Deadlines(this::isDisturbed, verdict);
        this.files = new Deadlines(this::isDisturbed, verdict);
    }

    /** What is to arrive by mail, sooner or later. */
    sealed interface Written {

        VisitorScript script();

        /** When it became a letter at the earliest, by {@link System#nanoTime}. */
        long at();
    }

    /** A chat that had its end, or was left to it. */
    record OfChat(VisitorScript script, ChatRecord chat, long at) implements Written {}

    /** A message that was taken while nobody had to be online. */
    record OfOfflineMessage(VisitorScript script, long at) implements Written {}

    Verdict verdict() {
        return verdict;
    }

    Disturbances disturbances() {
        return disturbances;
    }

    /** What Redis may hold, and for how long. */
    Deadlines stored() {
        return stored;
    }

    /** What the file relay may hold. */
    Deadlines files() {
        return files;
    }

    /** A chat's end was told. */
    void ended(String chat) {
        stored.set(chat, System.nanoTime(), AT_ONCE);
        files.setUnlessDisturbed(chat, System.nanoTime(), FILES);
    }

    /** An erasure has its receipt. */
    void erased(String visit, String chat) {
        ended(chat);
        stored.set(visit, System.nanoTime(), AT_ONCE);
    }

    /** A chat was left to its end. */
    void left(String chat) {
        stored.setUnlessDisturbed(chat, System.nanoTime(), LEFT);
        files.setUnlessDisturbed(chat, System.nanoTime(), LEFT.plus(FILES));
    }

    private boolean isDisturbed() {
        long now = System.nanoTime();
        return disturbances.count(now - LATELY.toNanos(), now, DESTROYING) > 0;
    }

    /** The record of a chat, begun by whoever hears of it first. */
    ChatRecord chat(String id) {
        return chats.computeIfAbsent(id, chat -> new ChatRecord(chat, this::isLostSince, verdict));
    }

    Collection<ChatRecord> chats() {
        return List.copyOf(chats.values());
    }

    boolean isLostSince(long nanos) {
        return disturbances.wasStoreLost(nanos, System.nanoTime());
    }

    void wrote(Written letter) {
        written.add(letter);
    }

    List<Written> written() {
        return List.copyOf(written);
    }
}
