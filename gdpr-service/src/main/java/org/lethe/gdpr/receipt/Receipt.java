package org.lethe.gdpr.receipt;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.event.RemainsKind;
import org.lethe.contracts.event.ServiceName;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ReceiptId;
import org.lethe.contracts.id.ScopeKind;

/**
 * What is confirmed of an erasure: counts, times and digests, nothing of the person.
 *
 * @param request digest of the account and the controller's request id
 * @param effective when the last key was destroyed
 * @param destroyed scopes by kind
 * @param scopes digests of the scopes' ids: who knows an id can check that it is among them
 * @param acknowledged what each service says that it removed
 * @param unanswered services that gave no answer in the time that there is; what they may still
 *     have is sealed under keys that no longer exist
 */
public record Receipt(
        ReceiptId id,
        AccountId account,
        Digest request,
        Instant received,
        Instant effective,
        Instant completed,
        Map<ScopeKind, Integer> destroyed,
        List<Digest> scopes,
        Map<ServiceName, Map<RemainsKind, Integer>> acknowledged,
        List<ServiceName> unanswered) {

    /** What a receipt can't promise, said on each. */
    public static final List<String> STATEMENTS =
            List.of(
                    "The keys of all scopes named here were destroyed at the effective time, and"
                            + " were read back as destroyed. Sealed copies, wherever they are, can"
                            + " no longer be opened.",
                    "The memory of running processes is not covered at once: working copies go with"
                            + " the next collections of memory.",
                    "Letters that a mail server had accepted before the effective time were"
                            + " delivered, are not held here, and are not covered.");

    public Receipt {
        destroyed = Map.copyOf(destroyed);
        scopes = List.copyOf(scopes);
        acknowledged = Map.copyOf(acknowledged);
        unanswered = List.copyOf(unanswered);
    }
}
