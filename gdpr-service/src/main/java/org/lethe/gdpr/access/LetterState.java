package org.lethe.gdpr.access;

import java.time.Instant;
import java.util.Optional;
import org.lethe.contracts.Coded;
import org.lethe.contracts.scope.Meta;
import org.lethe.contracts.scope.MetaField;

/** Where a letter that is still held stands on its way. */
enum LetterState implements Coded {
    /** No attempt to send it was made. */
    WAITING,
    /** An attempt is under way; a mail server may have it already. */
    BEING_SENT,
    /** At least one attempt failed, and another is made before its deadline. */
    WAITING_AGAIN,
    /** A mail server had all of it and gave no word. */
    PERHAPS_DELIVERED;

    static LetterState of(Meta meta, Instant at) {
        if (number(meta, MetaField.UNANSWERED) > 0) {
            return PERHAPS_DELIVERED;
        }
        if (number(meta, MetaField.LEASE_UNTIL) > at.toEpochMilli()) {
            return BEING_SENT;
        }
        return number(meta, MetaField.ATTEMPTS) > 0 ? WAITING_AGAIN : WAITING;
    }

    private static long number(Meta meta, MetaField field) {
        Optional<String> value = meta.get(field);
        return value.isEmpty() ? 0 : Long.parseLong(value.get());
    }
}
