package org.lethe.contracts.event;

import java.util.List;
import java.util.Map;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.ReceiptId;
import org.lethe.contracts.id.ScopeId;

/**
 * The way of an erasure through the services; its keys were destroyed before the first of these.
 */
public sealed interface ErasureEvent extends Event {

    ErasureId erasure();

    @Override
    default String subject() {
        return erasure().value();
    }

    /**
     * Asks every service to remove what remains of these scopes; it may be asked again.
     *
     * @param erasure to be echoed in the answer; scopes that are found later are asked for under
     *     another
     */
    record ErasureRequested(ErasureId erasure, AccountId account, List<ScopeId> scopes)
            implements ErasureEvent {

        public ErasureRequested {
            scopes = List.copyOf(scopes);
        }
    }

    /**
     * One service has nothing left of these scopes.
     *
     * @param removed how much of what was named is gone, as {@link RemainsKind} counts it
     */
    record ErasureAcknowledged(
            ErasureId erasure, ServiceName service, Map<RemainsKind, Integer> removed)
            implements ErasureEvent {

        public ErasureAcknowledged {
            removed = Map.copyOf(removed);
        }
    }

    record ErasureCompleted(ErasureId erasure, ReceiptId receipt) implements ErasureEvent {}
}
