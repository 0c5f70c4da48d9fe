package org.lethe.runtime.limit;

class FakeLimitStoreTest extends LimitStoreContract {

    private final FakeLimitStore store = new FakeLimitStore();

    @Override
    LimitStore store() {
        return store;
    }
}
