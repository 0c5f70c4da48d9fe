package org.lethe.presence.attendance;

import java.util.Collection;
import java.util.Map;
import org.lethe.contracts.id.VisitId;

/** Tells what became of visits: that a script finds one not open does not say why. */
interface Fates {

    /** The fate of each visit; never fails. */
    Map<VisitId, Fate> of(Collection<VisitId> visits);
}
