package org.lethe.gdpr.ledger;

import org.lethe.contracts.tree.Tiles;

/** The ledger's topic as it is now: nothing that was read before is remembered. */
interface LedgerTopic extends Tiles {

    /** How many records it has. */
    long end();
}
