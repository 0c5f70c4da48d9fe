package org.lethe.contracts.event;

/**
 * Something that happened to a scope or an account.
 *
 * <p>An event is never erasable, so it holds ids, counts, codes and times only; content is claimed
 * from the vault by id.
 */
public sealed interface Event
        permits AccountEvent,
                ChatEvent,
                DeadLetter,
                ErasureEvent,
                FileEvent,
                LedgerCheckpoint,
                LedgerEntry,
                LedgerHead,
                LedgerPage,
                LetterEvent,
                LossEvent,
                VisitEvent {

    /** The key of the Kafka record and subject of the CloudEvent: a scope's or account's id. */
    String subject();

    default EventType eventType() {
        return EventType.of(this);
    }
}
