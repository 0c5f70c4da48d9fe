package org.lethe.presence.feed;

import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.VisitId;

/**
 * Tells, across replicas, that something about a visit changed; ids only, and some may be missed.
 */
interface FeedSignals {

    /** Listens to an account's visits until closed. */
    Listening listen(AccountId account, Listener listener);

    /** What is told; called on a thread that may block. */
    interface Listener {
        void onChanged(VisitId visit);

        /** Signals may have been missed. */
        void onMissed();
    }

    /** Ends the listening when closed. */
    interface Listening extends AutoCloseable {
        @Override
        void close();
    }
}
