package org.lethe.gdpr.request;

/** Hears of each change of a request's status. */
public interface StatusListener {

    /**
     * Is told before the request's record is destroyed, so that a crash in between repeats the news
     * rather than loses it. Must not throw, and returns soon.
     *
     * @param results how many scopes the request found
     */
    void changed(SubjectRequest request, RequestStatus status, int results);
}
