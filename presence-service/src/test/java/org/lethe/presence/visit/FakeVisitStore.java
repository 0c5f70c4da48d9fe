package org.lethe.presence.visit;

import org.lethe.contracts.visit.VisitDocument;
import org.lethe.contracts.scope.Whereabouts;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.VisitId;

/** Visits in memory; counts how often it is read. */
public final class FakeVisitStore implements VisitStore {

    public final Map<VisitId, StoredVisit> visits = new LinkedHashMap<>();
    public final List<Integer> reads = new ArrayList<>();
    public final Map<VisitId, Optional<Whereabouts>> addresses = new HashMap<>();
    public boolean away;
    private final SecureRandom random = new SecureRandom();

    /** What is still among the open ones although it is over. */
    public final List<VisitId> listed = new ArrayList<>();

    /** Done in the midst of opening a visit, for what happens meanwhile. */
    public Runnable meanwhile = () -> {};

    @Override
    public VisitId open(
            AccountId account, VisitDocument document, Optional<Whereabouts> address) {
        meanwhile.run();
        VisitId visit = VisitId.mint("ep0c", random);
        visits.put(visit, Sample.visit(visit, account));
        addresses.put(visit, address);
        return visit;
    }

    @Override
    public boolean change(VisitId visit, UnaryOperator<VisitDocument> change) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean putAddress(VisitId visit, Whereabouts address) {
        addresses.put(visit, Optional.of(address));
        return true;
    }

    @Override
    public void destroyAddresses(Collection<VisitId> destroyed) {
        requireStore();
        destroyed.forEach(visit -> addresses.put(visit, Optional.empty()));
    }

    @Override
    public Map<VisitId, StoredVisit> read(Collection<VisitId> wanted) {
        requireStore();
        reads.add(wanted.size());
        Map<VisitId, StoredVisit> found = new LinkedHashMap<>(visits);
        found.keySet().retainAll(List.copyOf(wanted));
        return found;
    }

    @Override
    public List<VisitId> openVisits(AccountId account) {
        Stream<VisitId> open =
                visits.values().stream()
                        .filter(visit -> visit.account().equals(account))
                        .map(StoredVisit::visit);
        return Stream.concat(open, listed.stream()).toList();
    }

    private void requireStore() {
        if (away) {
            throw new IllegalStateException("away");
        }
    }
}
