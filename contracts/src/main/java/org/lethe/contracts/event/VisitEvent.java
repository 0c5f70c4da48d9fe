package org.lethe.contracts.event;

import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.VisitId;

/** The life of a visit. */
public sealed interface VisitEvent extends Event {

    VisitId visit();

    AccountId account();

    @Override
    default String subject() {
        return visit().value();
    }

    record VisitStarted(VisitId visit, AccountId account) implements VisitEvent {}

    record VisitDestroyed(VisitId visit, AccountId account, DestroyReason reason)
            implements VisitEvent {}
}
