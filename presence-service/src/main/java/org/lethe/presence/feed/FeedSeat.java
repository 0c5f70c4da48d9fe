package org.lethe.presence.feed;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.VisitorsServerFrame;
import org.lethe.contracts.id.VisitId;

/**
 * A watcher's place at a feed. Each is sent things at its own pace; of what changes meanwhile only
 * the ids are held, however slowly it reads.
 */
final class FeedSeat {

    private final Watcher watcher;
    private final Set<VisitId> meanwhile = new HashSet<>();
    private boolean busy = true;

    /** A seat that is about to be sent the whole list. */
    FeedSeat(Watcher watcher) {
        this.watcher = watcher;
    }

    String id() {
        return watcher.id();
    }

    void send(List<VisitorsServerFrame> frames) {
        frames.forEach(watcher::send);
    }

    void cutOff(ErrorCode why) {
        watcher.cutOff(why);
    }

    /**
     * Asks to send what changed of these visits.
     *
     * @return false while it is still being sent something; then it catches up with them later
     */
    synchronized boolean begin(Collection<VisitId> visits) {
        if (busy) {
            meanwhile.addAll(visits);
            return false;
        }
        busy = true;
        return true;
    }

    /** Takes what changed while it was being sent something; when that is nothing, it is free. */
    synchronized List<VisitId> takeMeanwhile() {
        List<VisitId> changed = List.copyOf(meanwhile);
        meanwhile.clear();
        busy = !changed.isEmpty();
        return changed;
    }
}
