package org.lethe.presence.attendance;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.lethe.contracts.id.VisitId;
import org.lethe.privacy.vault.Fate;

/**
 * Who is there, across all replicas: renews the deadlines of visits and knows who is leaving.
 *
 * <p>Throws {@link org.lethe.privacy.redis.StoreUnavailableException} when it can't be reached.
 */
public interface Attendance {

    /**
     * Tells how many sockets a visit has on this replica now; with none anywhere it is leaving.
     *
     * @param ago how long ago it was heard of; it lives for its lifetime from there at least
     * @return false when the visit is not open
     */
    boolean attend(VisitId visit, Duration ago, int sockets);

    /** A tab said goodbye, whose socket may not be closed yet. */
    void goodbye(VisitId visit);

    /**
     * Renews many visits at once.
     *
     * @param heardAgo how long ago each was heard of
     * @return those that are not open
     */
    Set<VisitId> renew(Map<VisitId, Duration> heardAgo);

    /** What became of each visit: that one is not open does not say why. Never fails. */
    Map<VisitId, Fate> fates(Collection<VisitId> visits);

    /** Marks visits as leaving that were heard of by no replica for long. */
    void markSilent();
}
