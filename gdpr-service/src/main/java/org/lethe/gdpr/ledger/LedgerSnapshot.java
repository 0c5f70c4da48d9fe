package org.lethe.gdpr.ledger;

import java.util.List;
import org.lethe.contracts.event.Digest;
import org.lethe.contracts.event.LedgerFact.Covered;
import org.lethe.contracts.id.AccountId;
import org.lethe.gdpr.checkpoint.PageRef;

/**
 * What the first records of the ledger came to, as it is written down for a checkpoint.
 *
 * @param tiles the pages with the roots of all tiles
 * @param requests where each request's entry is, by its digest
 * @param receipts where each receipt's entry is, by its digest
 */
record LedgerSnapshot(
        List<PageRef> tiles,
        PlaceList.State requests,
        PlaceList.State receipts,
        List<Account> accounts) {

    LedgerSnapshot {
        tiles = List.copyOf(tiles);
        accounts = List.copyOf(accounts);
    }

    /**
     * An account's chain.
     *
     * @param head digest of its last entry
     * @param covered up to where the lifecycle topics are counted, from 0
     * @param offsets of its entries
     * @param actions the numbers of the entries that are actions
     * @param ofActions their offsets
     */
    record Account(
            AccountId account,
            Digest head,
            List<Covered> covered,
            PlaceList.State offsets,
            PlaceList.State actions,
            PlaceList.State ofActions) {

        Account {
            covered = List.copyOf(covered);
        }
    }
}
