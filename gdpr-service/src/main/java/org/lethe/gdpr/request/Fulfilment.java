package org.lethe.gdpr.request;

import java.util.Optional;

/** Does what requests of some types ask for. */
public interface Fulfilment {

    boolean isFor(RequestType type);

    /**
     * Goes as far as can be gone now. Each step is kept before the next begins and may be repeated,
     * so that whoever takes up a request after a crash does what was left.
     *
     * @return where the request then stands; empty if somebody else took it further meanwhile
     */
    Optional<RequestState> advance(SubjectRequest request);
}
