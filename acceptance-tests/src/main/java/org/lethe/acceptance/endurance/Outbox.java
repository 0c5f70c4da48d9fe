package org.lethe.acceptance.endurance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;
import org.lethe.acceptance.client.Json;

/**
 * The queue of one side of a chat, as widget and console have it: a message is sent when the one
 * before it was taken, or refused for good, and again under its id until then. For one thread.
 */
final class Outbox {

    /** A dead connection is known by it. */
    private static final Duration ANSWER = Duration.ofSeconds(12);

    private static final Duration PAUSE = Duration.ofMillis(700);

    private final Deque<Written> waiting = new ArrayDeque<>();
    private boolean onItsWay;
    private long since;
    private long notBefore;

    /**
     * What is sent until it is taken.
     *
     * @param text as it is to be found in letters: a file's name
     */
    record Written(String id, String text, ObjectNode frame) {}

    /** Puts a text behind all that waits; it has its id from now on. */
    Written write(String text) {
        return write(text, Json.frame("send").put("text", text));
    }

    /**
     * @param frame a frame {@code send} without an id
     */
    Written write(String text, ObjectNode frame) {
        String id = UUID.randomUUID().toString();
        var written = new Written(id, text, frame.put("id", id));
        waiting.add(written);
        return written;
    }

    /** The frame that is to be sent now. */
    Optional<ObjectNode> due(long nanos) {
        Written first = waiting.peek();
        if (first == null || onItsWay || nanos - notBefore < 0) {
            return Optional.empty();
        }
        onItsWay = true;
        since = nanos;
        return Optional.of(first.frame());
    }

    /** Whether an answer is missing for so long that nobody is there. */
    boolean isOverdue(long nanos) {
        return onItsWay && nanos - since > ANSWER.toNanos();
    }

    /** The connection is gone: what was on its way goes again. */
    void cut() {
        onItsWay = false;
    }

    /** The first was taken; empty if the id is another's, as of an answer that came twice. */
    Optional<Written> taken(String id) {
        return first(id)
                .map(written -> {
                    waiting.remove();
                    onItsWay = false;
                    return written;
                });
    }

    /**
     * The first was not taken.
     *
     * @param forNow whether it is offered again
     * @return what was given up
     */
    Optional<Written> refused(String id, boolean forNow, long nanos) {
        if (!forNow) {
            return taken(id);
        }
        if (first(id).isPresent()) {
            onItsWay = false;
            notBefore = nanos + PAUSE.toNanos();
        }
        return Optional.empty();
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    private Optional<Written> first(String id) {
        return Optional.ofNullable(waiting.peek()).filter(it -> it.id().equals(id));
    }
}
