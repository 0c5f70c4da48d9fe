package org.lethe.gdpr.erasure;

import java.util.List;
import org.lethe.contracts.event.ErasureEvent.ErasureRequested;
import org.lethe.gdpr.request.Progress;
import org.lethe.gdpr.request.Round;
import org.lethe.gdpr.request.SubjectRequest;

/** Tells the services which scopes of an erasure to remove, round by round. */
final class Announcement {

    private Announcement() {}

    static ErasureRequested of(SubjectRequest request, Progress.Effective effective, int round) {
        return new ErasureRequested(
                new Round(request.scope(), round).id(),
                request.account(),
                List.copyOf(effective.rounds().get(round)));
    }
}
