package org.lethe.gdpr.opendsr;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.lethe.contracts.id.AccountId;
import org.lethe.gdpr.request.RequestId;

/**
 * The answer to {@code POST /requests}.
 *
 * @param encodedRequest the body as it was sent, in base64: handed back, never kept
 */
@JsonNaming(SnakeCaseStrategy.class)
record ReceivedAnswer(
        AccountId controllerId,
        Instant expectedCompletionTime,
        Instant receivedTime,
        String encodedRequest,
        RequestId subjectRequestId) {

    @Override
    public String toString() {
        return "[redacted]";
    }
}
