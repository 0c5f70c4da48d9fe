package org.lethe.gdpr.ledger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the ledger is written. It holds no personal data. */
@ConfigMapping(prefix = "lethe.ledger")
public interface LedgerSettings {

    /** How long an entry may take to be in the topic and read back, before its writer gives up. */
    @WithDefault("PT10S")
    Duration patience();

    /** How often the counts of destroyed scopes are entered. */
    @WithDefault("PT10M")
    Duration tallyInterval();
}
