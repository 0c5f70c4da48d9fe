package org.lethe.gdpr.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.event.LedgerEntry;
import org.lethe.contracts.event.LedgerFact;
import org.lethe.contracts.event.LedgerFact.ScopesDestroyed;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ReceiptId;
import org.lethe.gdpr.checkpoint.CheckpointStore;
import org.lethe.gdpr.checkpoint.PageRef;

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
    private final DigestIndex receipts;
    private final DigestIndex requests;

    /** Without entries. */
    LedgerChain() {
        this(new DigestIndex(), new DigestIndex());
    }

    private LedgerChain(DigestIndex receipts, DigestIndex requests) {
        this.receipts = receipts;
        this.requests = requests;
    }

    static LedgerChain of(LedgerSnapshot snapshot, CheckpointStore store) {
        var chain =
                new LedgerChain(
                        DigestIndex.of(snapshot.receipts(), store),
                        DigestIndex.of(snapshot.requests(), store));
        snapshot.accounts()
                .forEach(account -> chain.accounts.put(account.account(), Account.of(account)));
        return chain;
    }

    /** What a checkpoint says of it, whose tiles are on these pages. */
    LedgerSnapshot snapshot(List<PageRef> tiles) {
        return new LedgerSnapshot(
                tiles,
                requests.log().state(),
                receipts.log().state(),
                accounts.entrySet().stream()
                        .map(entry -> entry.getValue().snapshot(entry.getKey()))
                        .toList());
    }

    /** All that grows with history, and whose complete blocks can be on pages. */
    List<PlaceList> lists() {
        return Stream.concat(
                        Stream.of(requests.log(), receipts.log()),
                        accounts.values().stream()
                                .flatMap(one -> Stream.of(one.offsets, one.actions, one.ofActions)))
                .toList();
    }

    /** The entry that would follow on now. */
    LedgerEntry next(AccountId account, LedgerFact fact) {
        Account state = accounts.get(account);
        return state == null
                ? new LedgerEntry(account, 1, fact, LedgerEntry.START)
                : new LedgerEntry(account, state.offsets.count() + 1, fact, state.head);
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
    ActionPlaces actions(AccountId account, long after, int limit) {
        Account state = accounts.get(account);
        if (state == null) {
            return new ActionPlaces(Slice.EMPTY, Slice.EMPTY, after, limit);
        }
        long near = state.actions.near(after);
        int enough = Math.addExact(limit, PlaceList.BLOCK);
        return new ActionPlaces(
                state.actions.from(near, enough), state.ofActions.from(near, enough), after, limit);
    }

    Slice offsets(AccountId account, long after, int limit) {
        Account state = accounts.get(account);
        return state == null ? Slice.EMPTY : state.offsets.from(Math.max(0, after), limit);
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

        private final PlaceList offsets;
        private final Coverage coverage = new Coverage();

        /** The numbers of the entries that are actions, and beside them their offsets. */
        private final PlaceList actions;

        private final PlaceList ofActions;

        private Digest head = LedgerEntry.START;

        private Account() {
            this(new PlaceList(), new PlaceList(), new PlaceList());
        }

        private Account(PlaceList offsets, PlaceList actions, PlaceList ofActions) {
            this.offsets = offsets;
            this.actions = actions;
            this.ofActions = ofActions;
        }

        private static Account of(LedgerSnapshot.Account snapshot) {
            var account =
                    new Account(
                            PlaceList.of(snapshot.offsets(), PlaceList.BLOCK),
                            PlaceList.of(snapshot.actions(), PlaceList.BLOCK),
                            PlaceList.of(snapshot.ofActions(), PlaceList.BLOCK));
            account.coverage.extend(snapshot.covered());
            account.head = snapshot.head();
            return account;
        }

        private LedgerSnapshot.Account snapshot(AccountId id) {
            return new LedgerSnapshot.Account(
                    id,
                    head,
                    coverage.ranges(),
                    offsets.state(),
                    actions.state(),
                    ofActions.state());
        }
    }
}
