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
 * @param acknowledged what each service says is gone, as {@link RemainsKind} counts it
 * @param unanswered services that gave no answer in the time that there is; what they may still
 *     have is sealed under keys that no longer exist
 */
record Receipt(
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
    static final List<String> STATEMENTS =
            List.of(
                    "The keys of all scopes named here were destroyed at the effective time, and"
                            + " were read back as destroyed. Sealed copies, wherever they are, can"
                            + " not be opened without them.",
                    "The memory of running processes is not covered at once. Keys in it are"
                            + " overwritten when a process hears of their destruction, and what it"
                            + " had opened is as a rule within about a minute of that; one that is"
                            + " cut off from the store hears of it when it is back. Copies that a"
                            + " machine made of its memory before, such as swap space, are not"
                            + " covered.",
                    "Letters that a mail server had accepted before the effective time were"
                            + " delivered, are not held here, and are not covered. Those counted as"
                            + " perhaps delivered a mail server had whole and never answered for:"
                            + " they may have been.");

    public Receipt {
        destroyed = Map.copyOf(destroyed);
        scopes = List.copyOf(scopes);
        acknowledged = Map.copyOf(acknowledged);
        unanswered = List.copyOf(unanswered);
    }

    /**
     * The services whose answers don't add up to what was destroyed: a receipt must not say two
     * things. Who did not answer is named as such, and contradicts nothing.
     */
    List<ServiceName> contradicted() {
        return acknowledged.entrySet().stream()
                .filter(answer -> !unanswered.contains(answer.getKey()))
                .filter(answer -> !confirms(answer.getKey(), answer.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private boolean confirms(ServiceName service, Map<RemainsKind, Integer> gone) {
        return switch (service) {
            case PRESENCE_SERVICE -> count(gone, RemainsKind.VISITS) == count(ScopeKind.VISIT);
            case CHAT_SERVICE -> count(gone, RemainsKind.CHATS) == count(ScopeKind.CHAT);
            case MAIL_DISPATCH_SERVICE -> {
                // Of those that a mail server has, at least perhaps, some were gone before.
                int letters = count(gone, RemainsKind.LETTERS);
                int accountedFor =
                        letters
                                + count(gone, RemainsKind.HANDED_OVER)
                                + count(gone, RemainsKind.PERHAPS_DELIVERED);
                int named = count(ScopeKind.LETTER);
                yield letters <= named && named <= accountedFor;
            }
            // Files have no scope of their own; nobody asks the last one.
            case FILE_RELAY_SERVICE, GDPR_SERVICE -> true;
        };
    }

    private int count(ScopeKind kind) {
        return destroyed.getOrDefault(kind, 0);
    }

    private static int count(Map<RemainsKind, Integer> counts, RemainsKind kind) {
        return counts.getOrDefault(kind, 0);
    }
}
