package org.lethe.gdpr.opendsr;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.lethe.gdpr.notice.Notice;
import org.lethe.gdpr.request.RequestState;
import org.lethe.gdpr.request.RequestStatus;
import org.lethe.gdpr.request.StatusListener;
import org.lethe.gdpr.request.SubjectRequest;

/**
 * What controllers are told of changes, at the URLs that they gave and that are registered. A line
 * of notices is a URL of a request, and a status is told once in it.
 */
@ApplicationScoped
class Callbacks implements StatusListener {

    private final Answers answers;

    Callbacks(Answers answers) {
        this.answers = answers;
    }

    @Override
    public List<Notice> changed(SubjectRequest request, RequestState now) {
        var notices = new ArrayList<Notice>();
        for (URI url : request.callbacks()) {
            notices.add(
                    new Notice(
                            request.account(),
                            notices.size(),
                            rank(now.status()),
                            url,
                            Answers.text(answers.status(now, url))));
        }
        return notices;
    }

    /** Where a status stands among those that are told; a request has one end. */
    private static int rank(RequestStatus status) {
        return switch (status) {
            case PENDING -> 0;
            case IN_PROGRESS -> 1;
            case COMPLETED, CANCELLED -> 2;
        };
    }
}
