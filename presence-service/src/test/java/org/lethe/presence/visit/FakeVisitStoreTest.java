package org.lethe.presence.visit;

import org.lethe.contracts.id.VisitId;

class FakeVisitStoreTest extends VisitStoreContract {

    private final FakeVisitStore store = new FakeVisitStore();

    @Override
    protected VisitStore store() {
        return store;
    }

    @Override
    protected void destroy(VisitId visit) {
        store.visits.remove(visit);
    }
}
