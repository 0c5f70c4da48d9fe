package org.lethe.gdpr.opendsr;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lethe.contracts.event.ServiceName;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ReceiptId;
import org.lethe.gdpr.request.RequestId;
import org.lethe.gdpr.request.RequestStatus;

/** The status of a request, as an answer and as a callback. */
@JsonNaming(SnakeCaseStrategy.class)
record StatusAnswer(
        AccountId controllerId,
        Instant expectedCompletionTime,
        RequestId subjectRequestId,
        RequestStatus requestStatus,
        Optional<URI> resultsUrl,
        Optional<Integer> resultsCount,
        Optional<URI> statusCallbackUrl,
        Map<String, Extension> extensions) {

    /**
     * What OpenDSR has no place for, under our domain.
     *
     * @param effectiveTime when the keys were destroyed: from then on nothing can be opened
     * @param waitingFor services that have not yet confirmed that nothing remains
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record Extension(
            Optional<Instant> effectiveTime,
            Optional<ReceiptId> receipt,
            Set<ServiceName> waitingFor) {}

    StatusAnswer calledBackAt(URI url) {
        return new StatusAnswer(
                controllerId,
                expectedCompletionTime,
                subjectRequestId,
                requestStatus,
                resultsUrl,
                resultsCount,
                Optional.of(url),
                extensions);
    }
}
