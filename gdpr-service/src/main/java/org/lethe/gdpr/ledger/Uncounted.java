package org.lethe.gdpr.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.event.LedgerFact.Covered;
import org.lethe.contracts.event.LedgerFact.ScopesDestroyed;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ScopeKind;
import org.lethe.contracts.topic.Topic;

/**
 * Destructions that the lifecycle topics tell and that may not be counted yet.
 *
 * <p>What is counted the ledger says, by offsets, and nothing else: a process that has crashed
 * reads the topics again, and leaves out what is covered. Thread-safe.
 */
final class Uncounted {

    private final Map<Place, Long> begins = new HashMap<>();
    private final Map<AccountId, List<Destruction>> destructions = new HashMap<>();

    /** A topic is read from its beginning, again perhaps. */
    synchronized void begin(Topic topic) {
        begins.keySet().removeIf(place -> place.topic() == topic);
        destructions.values().forEach(all -> all.removeIf(one -> one.place().topic() == topic));
    }

    /** A record was read, whatever is in it. */
    synchronized void read(Place place, long offset) {
        begins.putIfAbsent(place, offset);
    }

    synchronized void add(AccountId account, Destruction destruction) {
        destructions.computeIfAbsent(account, _ -> new ArrayList<>()).add(destruction);
    }

    synchronized Set<AccountId> accounts() {
        destructions.values().removeIf(List::isEmpty);
        return Set.copyOf(destructions.keySet());
    }

    /** The count of what is not covered, and forgets what is. */
    synchronized Optional<ScopesDestroyed> count(AccountId account, Coverage coverage) {
        List<Destruction> left = destructions.getOrDefault(account, new ArrayList<>());
        left.removeIf(one -> one.offset() < coverage.until(one.place()));
        if (left.isEmpty()) {
            return Optional.empty();
        }
        var scopes = new TreeMap<ScopeKind, Map<DestroyReason, Integer>>();
        var ends = new TreeMap<Place, Long>();
        for (Destruction one : left) {
            scopes.computeIfAbsent(one.kind(), _ -> new TreeMap<>())
                    .merge(one.reason(), 1, Integer::sum);
            ends.merge(one.place(), one.offset() + 1, Math::max);
        }
        List<Covered> covered = new ArrayList<>();
        ends.forEach((place, end) -> covered.add(range(place, end, coverage)));
        return Optional.of(new ScopesDestroyed(first(left), last(left), scopes, covered));
    }

    /** From where it was covered, or from where it could be read if that is later. */
    private Covered range(Place place, long end, Coverage coverage) {
        long from = Math.max(coverage.until(place), begins.getOrDefault(place, 0L));
        return new Covered(place.topic(), place.partition(), from, end);
    }

    private static Instant first(List<Destruction> all) {
        return all.stream().map(Destruction::at).min(Comparator.naturalOrder()).orElseThrow();
    }

    private static Instant last(List<Destruction> all) {
        return all.stream().map(Destruction::at).max(Comparator.naturalOrder()).orElseThrow();
    }

    /** A scope that was destroyed, at the broker's time. */
    record Destruction(
            Place place, long offset, Instant at, ScopeKind kind, DestroyReason reason) {}
}
