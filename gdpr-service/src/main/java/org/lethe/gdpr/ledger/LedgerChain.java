package org.lethe.gdpr.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.event.LedgerFact;
import org.lethe.contracts.event.LedgerFact.ScopesDestroyed;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ReceiptId;

/**
 * Decides which records of the topic are entries, and knows where they are.
 *
 * <p>Two writers may put an entry behind the same predecessor. The topic's order decides: the first
 * follows on, the second does not and is none; its writer sees that and tries again. Nor is what
 * counts once more what was counted. So no lock is needed, and every reader sees the same chain.
 * Not thread-safe.
 */
final class LedgerChain {

    private final Map<AccountId, Account> accounts = new HashMap<>();
    private final PlaceIndex receipts = new PlaceIndex();
    private final PlaceIndex requests = new PlaceIndex();

    /** The entry that would follow on now. */
    LedgerEntry next(AccountId account, LedgerFact fact) {
        Account state = accounts.get(account);
        return state == null
                ? new LedgerEntry(account, 1, fact, LedgerEntry.START)
                : new LedgerEntry(account, state.offsets.count() + 1L, fact, state.head);
    }

    /** Takes the next record of the topic, and says whether it is an entry. */
    boolean accept(LedgerEntry entry, long offset) {
        LedgerEntry expected = next(entry.account(), entry.fact());
        Optional<Digest> request = requestOf(entry.fact());
        if (!entry.equals(expected) || request.flatMap(requests::get).isPresent()) {
            return false;
        }
        Account state = accounts.computeIfAbsent(entry.account(), _ -> new Account());
        if (entry.fact() instanceof ScopesDestroyed counts
                && !state.coverage.extend(counts.covered())) {
            return false;
        }
        state.offsets.add(offset);
        state.head = entry.digest();
        request.ifPresent(digest -> requests.put(digest, offset));
        if (entry.fact() instanceof LedgerFact.ActionTaken) {
            state.actions.add(entry.number());
            state.ofActions.add(offset);
        }
        if (entry.fact() instanceof LedgerFact.SubjectErased erased) {
            receipts.put(key(erased.receipt()), offset);
        }
        return true;
    }

    /** What of the lifecycle topics is counted for the account, as it is now. */
    Coverage coverage(AccountId account) {
        Account state = accounts.get(account);
        return state == null ? new Coverage() : state.coverage.copy();
    }

    Optional<Long> offsetOf(ReceiptId receipt) {
        return receipts.get(key(receipt));
    }

    /** A request's digest includes its account. */
    Optional<Long> offsetOf(Digest request) {
        return requests.get(request);
    }

    /** Where the actions for data subjects' rights are that follow the entry of this number. */
    List<Long> actions(AccountId account, long after, int limit) {
        Account state = accounts.get(account);
        return state == null ? List.of() : state.ofActions.from(state.actions.after(after), limit);
    }

    List<Long> offsets(AccountId account, long after, int limit) {
        Account state = accounts.get(account);
        if (state == null || after >= state.offsets.count()) {
            return List.of();
        }
        return state.offsets.from((int) Math.max(0, after), limit);
    }

    /** What a fact can be entered once for. */
    static Optional<Digest> requestOf(LedgerFact fact) {
        return switch (fact) {
            case LedgerFact.SubjectErased erased -> Optional.of(erased.request());
            case LedgerFact.NothingErased nothing -> Optional.of(nothing.request());
            case LedgerFact.SubjectInformed informed -> Optional.of(informed.request());
            case LedgerFact.ActionTaken action -> onceOf(action);
            case ScopesDestroyed _ -> Optional.empty();
        };
    }

    /** Another digest than that of the request, which stands for its end. */
    private static Optional<Digest> onceOf(LedgerFact.ActionTaken action) {
        return Optional.ofNullable(action.request())
                .filter(_ -> action.action().isOnce())
                .map(request -> Digest.ofText(action.action().code() + ":" + request.hex()));
    }

    private static Digest key(ReceiptId receipt) {
        return Digest.ofText(receipt.value());
    }

    private static final class Account {

        private final PlaceList offsets = new PlaceList();
        private final Coverage coverage = new Coverage();

        /** The numbers of the entries that are actions, and beside them their offsets. */
        private final PlaceList actions = new PlaceList();

        private final PlaceList ofActions = new PlaceList();

        private Digest head = LedgerEntry.START;
    }
}
