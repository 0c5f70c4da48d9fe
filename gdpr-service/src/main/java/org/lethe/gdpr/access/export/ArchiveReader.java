package org.lethe.gdpr.access.export;

import org.lethe.contracts.id.AccountId;
import org.lethe.runtime.caller.Caller;

/**
 * Whom an archive is written for.
 *
 * @param account whose scopes it has
 * @param who tells readers apart
 * @param isVisitor a visitor is anybody; all others act for the account
 */
record ArchiveReader(AccountId account, String who, boolean isVisitor) {

    static ArchiveReader of(AccountId account, Caller caller) {
        return new ArchiveReader(account, who(caller), isVisitor(caller));
    }

    /** A visitor is the same one in each of the visit's chats. */
    private static String who(Caller caller) {
        return caller instanceof Caller.Participant participant
                ? participant.visit().value()
                : caller.id();
    }

    private static boolean isVisitor(Caller caller) {
        return switch (caller) {
            case Caller.Visitor _, Caller.Participant _ -> true;
            case Caller.Operator _, Caller.Delegate _, Caller.Staff _ -> false;
        };
    }
}
