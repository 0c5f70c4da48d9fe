package org.lethe.gdpr.request;

import java.net.URI;
import java.util.List;
import org.lethe.gdpr.subject.Selectors;

/** What a controller or visitor asks for. */
public record Submission(RequestId id, RequestType type, Selectors selectors, List<URI> callbacks) {

    public Submission {
        callbacks = List.copyOf(callbacks);
    }
}
