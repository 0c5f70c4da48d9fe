package org.lethe.gdpr.ledger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the ledger is written and signed. It holds no personal data. */
@ConfigMapping(prefix = "lethe.ledger")
public interface LedgerSettings {

    /** How long an entry may take to be in the topic and read back, before its writer gives up. */
    @WithDefault("PT10S")
    Duration patience();

    /** How often a head of the tree is signed and published, while there are new entries. */
    @WithDefault("PT1M")
    Duration headInterval();

    /** How often it is looked whether a head is due; the first is when the ledger has been read. */
    @WithDefault("PT5S")
    Duration headCheck();

    /** How often the counts of destroyed scopes are entered. */
    @WithDefault("PT1M")
    Duration tallyInterval();
}
