package org.lethe.gdpr.checkpoint;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.tree.TreeHash;
import org.lethe.gdpr.it.ControllerSystem;
import org.lethe.gdpr.receipt.TestKeys;
import org.lethe.stack.fixture.LetheInfrastructure;

/** On Kafka, with a key of a test beside the service's own for what is forged. */
@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
@WithTestResource(ControllerSystem.class)
class KafkaCheckpointStoreIT extends CheckpointStoreContract {

    @Inject CheckpointSettings config;
    @Inject CheckpointSigner signer;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    private final List<KafkaCheckpointStore> opened = new ArrayList<>();

    @Override
    protected CheckpointStore store() {
        return open(signer);
    }

    @Override
    protected void forge(Checkpoint checkpoint) {
        open(TestKeys.checkpointSigner()).publish(checkpoint);
    }

    /**
     * The checkpoints of this test are of no ledger that there is: behind them all others would
     * read from the beginning, and make none.
     */
    @AfterEach
    void leaveATrueCheckpoint() {
        byte[] empty =
                """
                {"tiles":[],"requests":{"blocks":[],"open":[]},\
                "receipts":{"blocks":[],"open":[]},"accounts":[]}\
                """
                        .getBytes(StandardCharsets.UTF_8);
        Digest root = Digest.of(TreeHash.empty());
        store().publish(new Checkpoint(0, root, store().write(List.of(empty))));
        opened.forEach(KafkaCheckpointStore::stop);
    }

    private CheckpointStore open(CheckpointSigner by) {
        var store = new KafkaCheckpointStore(kafka, config, by, Clock.systemUTC());
        opened.add(store);
        return store;
    }
}
