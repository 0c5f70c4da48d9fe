package org.lethe.gdpr.request;

import java.util.List;
import org.lethe.gdpr.notice.Notice;

/** Says what is to be told of a change of a request's status. */
@FunctionalInterface
public interface StatusListener {

    /**
     * What leaves with the change, in the same step of the store: a change that is not kept is not
     * told, and one that is kept is told, whoever crashes. May be asked again for a step that is
     * taken again.
     */
    List<Notice> changed(SubjectRequest request, RequestState now);
}
