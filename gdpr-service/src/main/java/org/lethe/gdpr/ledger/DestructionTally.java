package org.lethe.gdpr.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.event.LedgerFact.ScopesDestroyed;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ScopeKind;

/**
 * Counts destructions between two entries of the ledger. A crash loses the counts of the interval:
 * they are statistics, not evidence.
 */
@ApplicationScoped
class DestructionTally {

    private final Clock clock;
    private Instant since;
    private Map<AccountId, Map<ScopeKind, Map<DestroyReason, Integer>>> counts = new HashMap<>();

    DestructionTally(Clock clock) {
        this.clock = clock;
        this.since = clock.instant();
    }

    synchronized void count(AccountId account, ScopeKind kind, DestroyReason reason) {
        counts.computeIfAbsent(account, _ -> new TreeMap<>())
                .computeIfAbsent(kind, _ -> new TreeMap<>())
                .merge(reason, 1, Integer::sum);
    }

    /** What was counted since the last time, by account. */
    synchronized Map<AccountId, ScopesDestroyed> take() {
        Instant until = clock.instant();
        var taken = new HashMap<AccountId, ScopesDestroyed>();
        counts.forEach(
                (account, scopes) -> taken.put(account, new ScopesDestroyed(since, until, scopes)));
        counts = new HashMap<>();
        since = until;
        return taken;
    }
}
