package org.lethe.gdpr.ledger;

import java.util.List;
import org.lethe.gdpr.checkpoint.CheckpointStore;

/** Where entries are, as was asked of a chain; the pages that say so may still have to be read. */
sealed interface Offsets permits Slice, ActionPlaces {

    /**
     * Reads what is on pages; nothing is read if all is known. {@link
     * org.lethe.gdpr.checkpoint.ChangedPageException} if a page is no longer what it was.
     */
    List<Long> read(CheckpointStore store);
}
