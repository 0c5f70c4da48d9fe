package org.lethe.gdpr.request;

/** Hears of each change of a request's status. */
public interface StatusListener {

    /** Is told while the request is held, so it must neither throw nor wait for anybody. */
    void changed(SubjectRequest request, RequestState now);
}
