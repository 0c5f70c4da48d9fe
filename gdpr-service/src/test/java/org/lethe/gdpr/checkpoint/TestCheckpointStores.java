package org.lethe.gdpr.checkpoint;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.lethe.gdpr.receipt.TestKeys;

/** Stores on a broker of a test, with a key of their own. */
public final class TestCheckpointStores {

    private TestCheckpointStores() {}

    public static CheckpointStore open(Map<String, Object> kafka, Duration patience, Clock clock) {
        return new KafkaCheckpointStore(
                kafka, new Settings(patience), TestKeys.checkpointSigner(), clock);
    }

    private record Settings(Duration patience) implements CheckpointSettings {

        @Override
        public int tiles() {
            return 1;
        }
    }
}
