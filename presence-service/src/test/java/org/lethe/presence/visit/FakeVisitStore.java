package org.lethe.presence.visit;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.scope.Whereabouts;
import org.lethe.contracts.visit.VisitDocument;
import org.lethe.runtime.problem.Refusal;

/** Visits in memory; counts how often it is read. */
public final class FakeVisitStore implements VisitStore {

    public final Map<VisitId, StoredVisit> visits = new LinkedHashMap<>();
    public final List<Integer> reads = new ArrayList<>();
    public boolean away;
    private final Set<VisitId> withoutAddress = new HashSet<>();
    private final SecureRandom random = new SecureRandom();

    /** What is still among the open ones although it is over. */
    public final List<VisitId> listed = new ArrayList<>();

    /** Done in the midst of opening a visit, for what happens meanwhile. */
    public Runnable meanwhile = () -> {};

    public Optional<Whereabouts> address(VisitId visit) {
        return Optional.ofNullable(visits.get(visit)).flatMap(StoredVisit::address);
    }

    @Override
    public VisitId open(AccountId account, VisitDocument document, Optional<Whereabouts> address) {
        requireStore();
        meanwhile.run();
        VisitId visit = VisitId.mint("ep0c", random);
        visits.put(
                visit,
                new StoredVisit(
                        visit,
                        account,
                        document,
                        address,
                        false,
                        Optional.empty(),
                        Optional.empty()));
        return visit;
    }

    @Override
    public boolean change(VisitId visit, UnaryOperator<VisitDocument> change) {
        requireStore();
        StoredVisit read = visits.get(visit);
        while (read != null) {
            StoredVisit changed = with(read, change.apply(read.document()), read.address());
            if (visits.replace(visit, read, changed)) {
                return true;
            }
            read = visits.get(visit);
        }
        return false;
    }

    @Override
    public boolean putAddress(VisitId visit, Whereabouts address) {
        requireStore();
        return !withoutAddress.contains(visit)
                && visits.computeIfPresent(
                                visit,
                                (id, open) -> with(open, open.document(), Optional.of(address)))
                        != null;
    }

    @Override
    public void destroyAddresses(Collection<VisitId> destroyed) {
        requireStore();
        withoutAddress.addAll(destroyed);
        destroyed.forEach(visit ->
                visits.computeIfPresent(
                        visit, (id, open) -> with(open, open.document(), Optional.empty())));
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
        requireStore();
        Stream<VisitId> open =
                visits.values().stream()
                        .filter(visit -> visit.account().equals(account))
                        .map(StoredVisit::visit);
        return Stream.concat(open, listed.stream()).toList();
    }

    private static StoredVisit with(
            StoredVisit visit, VisitDocument document, Optional<Whereabouts> address) {
        return new StoredVisit(
                visit.visit(),
                visit.account(),
                document,
                address,
                visit.leaving(),
                visit.chat(),
                visit.operator());
    }

    private void requireStore() {
        if (away) {
            throw new Refusal(ErrorCode.UNAVAILABLE);
        }
    }
}
