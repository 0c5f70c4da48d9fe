package org.lethe.gdpr.fulfilment;

import java.time.Instant;
import java.util.Map;
import org.lethe.gdpr.request.RequestId;
import org.lethe.gdpr.request.RequestType;
import org.lethe.gdpr.request.SubjectRequest;
import org.lethe.gdpr.subject.SelectorKind;

/**
 * What somebody is told who may confirm a request of staff: what is asked for and by how many
 * selectors of which kinds, but neither who is meant nor who asked.
 *
 * @param received when it was asked for
 * @param until when it is cancelled by itself, within seconds
 */
public record WaitingRequest(
        RequestId id,
        RequestType type,
        Instant received,
        Instant until,
        Map<SelectorKind, Integer> selectors) {

    static WaitingRequest of(SubjectRequest request, Instant until) {
        return new WaitingRequest(
                request.id(),
                request.type(),
                request.received(),
                until,
                request.selectors().kinds());
    }
}
