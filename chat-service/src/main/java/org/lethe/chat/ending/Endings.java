package org.lethe.chat.ending;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lethe.chat.letter.SealedLetter;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.signal.Farewell;

/** The two fenced steps of a chat's end, where the chat lies. */
interface Endings {

    /** First step: the chat's last message is fixed. Also claims the second step for a while. */
    Begun begin(ChatId chat, EndReason reason);

    /**
     * First step for a chat whose visitor has left.
     *
     * @return empty if the visitor was heard of meanwhile: it goes on
     */
    Optional<Begun> beginIfLeft(ChatId chat);

    /** How long whoever began has the second step to itself. */
    Duration claim();

    /** Second step: posts the letters and destroys the chat, both or neither. */
    Finished finish(ChatId chat, List<SealedLetter> letters);

    /** Nothing is left to do; until this is called the sweep looks after the chat. */
    void forget(ChatId chat);

    /** What a crash left behind, and chats whose deadline is near. */
    Overdue overdue();

    /** What became of the first step. */
    enum Begun {
        BEGUN,
        /** Somebody else is at the second step. */
        CLAIMED,
        GONE
    }

    /** What became of the second step. */
    sealed interface Finished {
        record Done(Farewell farewell) implements Finished {}

        /** An erasure came between, or somebody else finished. */
        record Gone() implements Finished {}

        /** A letter's key is gone meanwhile. */
        record Unopened() implements Finished {}
    }

    /**
     * What the sweep has to do.
     *
     * @param left chats whose second step nobody took
     * @param near chats whose deadline is near, with what brings it
     */
    record Overdue(List<ChatId> left, Map<ChatId, EndReason> near) {}
}
