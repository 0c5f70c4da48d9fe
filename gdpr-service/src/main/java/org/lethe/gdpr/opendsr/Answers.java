package org.lethe.gdpr.opendsr;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.event.ServiceName;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ReceiptId;
import org.lethe.gdpr.fulfilment.ErasureSettings;
import org.lethe.gdpr.receipt.MessageSigner;
import org.lethe.gdpr.request.RequestId;
import org.lethe.gdpr.request.RequestState;
import org.lethe.gdpr.request.RequestStatus;
import org.lethe.gdpr.request.SubjectRequest;

/** Makes OpenDSR's messages and signs their bytes. */
@ApplicationScoped
class Answers {

    static final String DOMAIN_HEADER = "X-OpenDSR-Processor-Domain";
    static final String SIGNATURE_HEADER = "X-OpenDSR-Signature";

    private final OpenDsrSettings config;
    private final ErasureSettings erasure;
    private final MessageSigner signer;

    Answers(OpenDsrSettings config, ErasureSettings erasure, MessageSigner signer) {
        this.config = config;
        this.erasure = erasure;
        this.signer = signer;
    }

    /**
     * A request that waits for a second person is told to nobody else: whether a callback is
     * registered would tell whether there is such an account.
     */
    void refuseCallbacks(SubjectRequest asked) {
        if (asked.petitioner().isPresent() && !asked.callbacks().isEmpty()) {
            throw OpenDsrError.refusal(
                    config.domain(),
                    Map.of(OpenDsrError.Objection.UNREGISTERED_CALLBACK, Set.of()));
        }
    }

    ReceivedAnswer received(RequestState state, byte[] body) {
        return new ReceivedAnswer(
                state.account(),
                expected(state),
                state.received(),
                Base64.getEncoder().encodeToString(body),
                state.id());
    }

    /** The status, to who asks for it or, with a URL, to who is called back there. */
    StatusAnswer status(RequestState state, @Nullable URI calledBackAt) {
        return new StatusAnswer(
                state.account(),
                expected(state),
                state.id(),
                state.status(),
                state.resultsWait() ? Optional.of(results(state.id())) : Optional.empty(),
                state.found(),
                Optional.ofNullable(calledBackAt),
                Map.of(
                        config.domain(),
                        new StatusAnswer.Extension(
                                state.effective(), state.receipt(), state.missing())));
    }

    /** An answer with the signature of exactly the bytes that are sent. */
    Response signed(Response.Status status, Object message) {
        byte[] bytes = bytes(message);
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(DOMAIN_HEADER, config.domain())
                .header(SIGNATURE_HEADER, signer.sign(bytes))
                .entity(bytes)
                .build();
    }

    static byte[] bytes(Object message) {
        try {
            return WireFormat.mapper().writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message that can't be written", e);
        }
    }

    private URI results(RequestId id) {
        return URI.create(config.publicUrl() + "/requests/" + id.value() + "/results");
    }

    private Instant expected(RequestState state) {
        return state.completed().orElseGet(() -> state.received().plus(erasure.expectedTime()));
    }

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
    }
}
