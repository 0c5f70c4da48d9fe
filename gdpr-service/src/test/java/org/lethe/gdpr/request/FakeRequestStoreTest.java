package org.lethe.gdpr.request;

import java.time.Clock;
import java.util.List;
import org.lethe.contracts.event.ErasureEvent;
import org.lethe.contracts.id.ErasureId;
import org.lethe.gdpr.notice.Notice;

class FakeRequestStoreTest extends RequestStoreContract {

    private final FakeRequestStore store = new FakeRequestStore(Clock.systemUTC());

    @Override
    protected RequestStore store() {
        return store;
    }

    @Override
    protected List<Notice> notices(ErasureId scope) {
        return store.noticed();
    }

    @Override
    protected List<ErasureEvent> told(ErasureId scope, int count) {
        return store.told().stream().map(ErasureEvent.class::cast).toList();
    }
}
