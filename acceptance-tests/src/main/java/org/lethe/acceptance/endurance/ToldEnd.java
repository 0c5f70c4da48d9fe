package org.lethe.acceptance.endurance;

import static org.lethe.contracts.event.EndReason.DEADLINE;
import static org.lethe.contracts.event.EndReason.ERASURE;
import static org.lethe.contracts.event.EndReason.LEFT;
import static org.lethe.contracts.event.EndReason.OPERATOR;
import static org.lethe.contracts.event.EndReason.VISITOR;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.lethe.acceptance.endurance.ChatRecord.Ending;
import org.lethe.contracts.Coded;
import org.lethe.contracts.event.EndReason;

/**
 * What one participant is told of a chat's end.
 *
 * @param messages with the question that it began with
 * @param receipt empty where none can be made any more
 */
record ToldEnd(EndReason reason, int messages, int files, String receipt) {

    static ToldEnd of(JsonNode frame) {
        JsonNode destroyed = frame.path("destroyed");
        return new ToldEnd(
                Coded.of(EndReason.class, frame.path("reason").asText()),
                destroyed.path("messages").asInt(),
                destroyed.path("files").asInt(),
                destroyed.path("receipt").asText(""));
    }

    /** Whether it is the same end, to whomever it is told, and however late. */
    boolean isTheSameAs(ToldEnd other) {
        boolean sameReceipt =
                receipt.isEmpty() || other.receipt.isEmpty() || receipt.equals(other.receipt);
        return reason == other.reason
                && messages == other.messages
                && files == other.files
                && sameReceipt;
    }

    /** Whether a chat that somebody brought to its end may be told so. */
    boolean fits(Ending expected) {
        Set<EndReason> reasons =
                switch (expected) {
                    case BY_VISITOR -> Set.of(VISITOR);
                    case BY_OPERATOR -> Set.of(OPERATOR);
                    // Destroyed in time, also while nobody could end it.
                    case LEFT -> Set.of(LEFT, DEADLINE);
                    case ERASED -> Set.of(ERASURE);
                    case LOST -> Set.of();
                };
        return reasons.contains(reason);
    }
}
