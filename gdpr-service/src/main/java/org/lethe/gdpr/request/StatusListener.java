package org.lethe.gdpr.request;

/** Hears of each change of a request's status. */
public interface StatusListener {

    /**
     * Is told while the request is held, so it must neither throw nor wait for anybody.
     *
     * @param results how many scopes the request found
     */
    void changed(SubjectRequest request, RequestStatus status, int results);
}
