package org.lethe.gdpr.checkpoint;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** When checkpoints of the ledger are made. They hold no personal data. */
@ConfigMapping(prefix = "lethe.ledger-checkpoint")
public interface CheckpointSettings {

    /**
     * After how many tiles of 256 records, or the first multiple of as many at which the records
     * since the last have ten times the bytes of its state; a start reads what has come since.
     */
    @WithDefault("128")
    @Min(1)
    @Max(4096)
    int tiles();

    /** How long it may take to read or write what is asked for at once, before it is given up. */
    @WithDefault("PT10S")
    Duration patience();
}
