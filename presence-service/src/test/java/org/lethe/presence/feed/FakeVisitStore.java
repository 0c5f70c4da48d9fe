package org.lethe.presence.feed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.VisitId;
import org.lethe.presence.visit.AddressDocument;
import org.lethe.presence.visit.StoredVisit;
import org.lethe.presence.visit.VisitDocument;
import org.lethe.presence.visit.VisitStore;

/** Visits in memory; counts how often it is read. */
final class FakeVisitStore implements VisitStore {

    final Map<VisitId, StoredVisit> visits = new LinkedHashMap<>();
    final List<Integer> reads = new ArrayList<>();
    boolean away;

    @Override
    public VisitId open(
            AccountId account, VisitDocument document, Optional<AddressDocument> address) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean change(VisitId visit, UnaryOperator<VisitDocument> change) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean putAddress(VisitId visit, AddressDocument address) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void destroyAddress(AccountId account, VisitId visit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<VisitId, StoredVisit> read(Collection<VisitId> wanted) {
        if (away) {
            throw new IllegalStateException("away");
        }
        reads.add(wanted.size());
        Map<VisitId, StoredVisit> found = new LinkedHashMap<>(visits);
        found.keySet().retainAll(List.copyOf(wanted));
        return found;
    }

    @Override
    public List<VisitId> openVisits(AccountId account) {
        return visits.values().stream()
                .filter(visit -> visit.account().equals(account))
                .map(StoredVisit::visit)
                .toList();
    }
}
