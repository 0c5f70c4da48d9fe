package org.lethe.presence.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.frame.VisitorView;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.VisitId;
import org.lethe.presence.visit.StoredVisit;
import org.lethe.presence.visit.VisitStore;
import org.lethe.runtime.account.AccountDirectory;

/** The visitors of an account, read from the store each time; nothing is remembered. */
@ApplicationScoped
class VisitorList {

    /** Bounds what one fetch holds in memory. */
    static final int PORTION = 200;

    private final VisitStore store;
    private final AccountDirectory accounts;

    VisitorList(VisitStore store, AccountDirectory accounts) {
        this.store = store;
        this.accounts = accounts;
    }

    /** The ids of all open visits. */
    List<VisitId> visits(AccountId account) {
        return store.openVisits(account);
    }

    /** Those of the visits that are open and the account's. */
    Map<VisitId, VisitorView> views(AccountId account, Collection<VisitId> visits) {
        boolean withAddress = !accounts.removesAddresses(account);
        Map<VisitId, VisitorView> views = new LinkedHashMap<>();
        for (StoredVisit stored : store.read(visits).values()) {
            if (stored.account().equals(account)) {
                views.put(stored.visit(), stored.view(withAddress));
            }
        }
        return views;
    }

    /**
     * A page of the account's visitors in the order of their ids, so that it is clear where the
     * next one begins even if the visit that this one ended with is over by then.
     *
     * @param after the visit that the page before ended with, or null for the first page
     */
    VisitorPage page(AccountId account, @Nullable VisitId after, int limit) {
        List<VisitId> rest =
                visits(account).stream()
                        .sorted(Comparator.comparing(VisitId::value))
                        .filter(visit -> after == null || isAfter(visit, after))
                        .limit(limit + 1L)
                        .toList();
        List<VisitId> visits = rest.subList(0, Math.min(limit, rest.size()));
        return new VisitorPage(
                List.copyOf(views(account, visits).values()),
                rest.size() > limit ? visits.getLast() : null);
    }

    static <T> List<List<T>> portions(List<T> all) {
        return all.stream().gather(Gatherers.windowFixed(PORTION)).toList();
    }

    private static boolean isAfter(VisitId visit, VisitId other) {
        return visit.value().compareTo(other.value()) > 0;
    }
}
