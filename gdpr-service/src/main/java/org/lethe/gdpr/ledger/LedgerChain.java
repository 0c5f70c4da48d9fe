package org.lethe.gdpr.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.event.LedgerFact;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ReceiptId;
import org.lethe.gdpr.subject.Digests;

/**
 * Decides which records of the topic are entries, and knows where they are.
 *
 * <p>Two writers may put an entry behind the same predecessor. The topic's order decides: the first
 * follows on, the second does not and is none; its writer sees that and tries again. So no lock is
 * needed, and every reader sees the same chain. Not thread-safe.
 */
final class LedgerChain {

    private static final Digest START = new Digest("0".repeat(64));

    private final Map<AccountId, Account> accounts = new HashMap<>();
    private final Map<ReceiptId, Long> receipts = new HashMap<>();
    private final Map<Digest, Long> requests = new HashMap<>();

    /** The entry that would follow on now. */
    LedgerEntry next(AccountId account, LedgerFact fact) {
        Account state = accounts.get(account);
        return state == null
                ? new LedgerEntry(account, 1, fact, START)
                : new LedgerEntry(account, state.offsets.size() + 1L, fact, state.head);
    }

    /** Takes the next record of the topic, and says whether it is an entry. */
    boolean accept(LedgerEntry entry, long offset) {
        LedgerEntry expected = next(entry.account(), entry.fact());
        Optional<Digest> request = requestOf(entry.fact());
        if (!entry.equals(expected) || request.filter(requests::containsKey).isPresent()) {
            return false;
        }
        Account state = accounts.computeIfAbsent(entry.account(), _ -> new Account());
        state.offsets.add(offset);
        state.head = Ledger.digest(entry);
        request.ifPresent(digest -> requests.put(digest, offset));
        if (entry.fact() instanceof LedgerFact.ActionTaken) {
            state.actions.put(entry.number(), offset);
        }
        if (entry.fact() instanceof LedgerFact.SubjectErased erased) {
            receipts.put(erased.receipt(), offset);
        }
        return true;
    }

    Optional<Long> offsetOf(ReceiptId receipt) {
        return Optional.ofNullable(receipts.get(receipt));
    }

    /** A request's digest includes its account. */
    Optional<Long> offsetOf(Digest request) {
        return Optional.ofNullable(requests.get(request));
    }

    /** Where the actions for data subjects' rights are that follow the entry of this number. */
    List<Long> actions(AccountId account, long after, int limit) {
        Account state = accounts.get(account);
        return state == null
                ? List.of()
                : state.actions.tailMap(after, false).values().stream().limit(limit).toList();
    }

    List<Long> offsets(AccountId account, long after, int limit) {
        Account state = accounts.get(account);
        if (state == null || after >= state.offsets.size()) {
            return List.of();
        }
        int from = (int) Math.max(0, after);
        return List.copyOf(
                state.offsets.subList(from, Math.min(from + limit, state.offsets.size())));
    }

    /** What a fact can be entered once for. */
    static Optional<Digest> requestOf(LedgerFact fact) {
        return switch (fact) {
            case LedgerFact.SubjectErased erased -> Optional.of(erased.request());
            case LedgerFact.NothingErased nothing -> Optional.of(nothing.request());
            case LedgerFact.SubjectInformed informed -> Optional.of(informed.request());
            case LedgerFact.ActionTaken action -> onceOf(action);
            case LedgerFact.ScopesDestroyed _ -> Optional.empty();
        };
    }

    /** Another digest than that of the request, which stands for its end. */
    private static Optional<Digest> onceOf(LedgerFact.ActionTaken action) {
        return Optional.ofNullable(action.request())
                .filter(_ -> action.action().isOnce())
                .map(request -> Digests.of(action.action().code() + ":" + request.hex()));
    }

    private static final class Account {

        private final List<Long> offsets = new ArrayList<>();

        /** Offsets by the number of the entry. */
        private final NavigableMap<Long, Long> actions = new TreeMap<>();

        private Digest head = START;
    }
}
