package org.lethe.presence.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final AddressRule rule;

    @Inject
    VisitorList(VisitStore store, AccountDirectory accounts) {
        this(store, account -> accounts.require(account).removeAddress());
    }

    VisitorList(VisitStore store, AddressRule rule) {
        this.store = store;
        this.rule = rule;
    }

    /** The ids of all open visits. */
    List<VisitId> visits(AccountId account) {
        return store.openVisits(account);
    }

    /** Those of the visits that are open and the account's. */
    Map<VisitId, VisitorView> views(AccountId account, Collection<VisitId> visits) {
        boolean withAddress = !rule.removesAddress(account);
        Map<VisitId, VisitorView> views = new LinkedHashMap<>();
        for (StoredVisit stored : store.read(visits).values()) {
            if (stored.account().equals(account)) {
                views.put(stored.visit(), VisitorViews.of(stored, withAddress));
            }
        }
        return views;
    }

    /** All visitors of the account. */
    List<VisitorView> all(AccountId account) {
        List<VisitorView> all = new ArrayList<>();
        for (List<VisitId> portion : portions(visits(account))) {
            all.addAll(views(account, portion).values());
        }
        return all;
    }

    static <T> List<List<T>> portions(List<T> all) {
        List<List<T>> portions = new ArrayList<>();
        for (int from = 0; from < all.size(); from += PORTION) {
            portions.add(all.subList(from, Math.min(all.size(), from + PORTION)));
        }
        return portions;
    }
}
