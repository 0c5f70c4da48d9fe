package org.lethe.gdpr.checkpoint;

class FakeCheckpointStoreTest extends CheckpointStoreContract {

    private final FakeCheckpointStore store = new FakeCheckpointStore();

    @Override
    protected CheckpointStore store() {
        return store;
    }

    @Override
    protected void forge(Checkpoint checkpoint) {
        store.forge(checkpoint);
    }
}
