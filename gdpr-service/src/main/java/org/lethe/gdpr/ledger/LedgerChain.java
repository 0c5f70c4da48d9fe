package org.lethe.gdpr.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.event.LedgerFact;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ReceiptId;

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

    List<Long> offsets(AccountId account, long after, int limit) {
        Account state = accounts.get(account);
        if (state == null || after >= state.offsets.size()) {
            return List.of();
        }
        int from = (int) Math.max(0, after);
        return List.copyOf(
                state.offsets.subList(from, Math.min(from + limit, state.offsets.size())));
    }

    static Optional<Digest> requestOf(LedgerFact fact) {
        return switch (fact) {
            case LedgerFact.SubjectErased erased -> Optional.of(erased.request());
            case LedgerFact.NothingErased nothing -> Optional.of(nothing.request());
            case LedgerFact.SubjectInformed informed -> Optional.of(informed.request());
            case LedgerFact.ScopesDestroyed _ -> Optional.empty();
        };
    }

    private static final class Account {

        private final List<Long> offsets = new ArrayList<>();
        private Digest head = START;
    }
}
