package org.lethe.presence.attendance;

import org.lethe.contracts.id.VisitId;

/** The visits whose pages are connected to this replica. */
public interface LiveVisits {

    /** Tells the pages of a visit that it was destroyed, and drops what is held of it in memory. */
    void erased(VisitId visit);
}
