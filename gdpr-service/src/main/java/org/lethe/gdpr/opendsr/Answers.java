package org.lethe.gdpr.opendsr;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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
import org.lethe.gdpr.notice.NoticeDelivery;
import org.lethe.gdpr.processor.MessageSigner;
import org.lethe.gdpr.processor.OpenDsrSettings;
import org.lethe.gdpr.request.RequestId;
import org.lethe.gdpr.request.RequestState;
import org.lethe.gdpr.request.RequestStatus;
import org.lethe.runtime.problem.ProblemResponses;
import org.lethe.runtime.problem.Refusal;

/** Makes OpenDSR's messages and signs their bytes. */
@ApplicationScoped
class Answers {

    private final OpenDsrSettings config;
    private final ErasureSettings erasure;
    private final MessageSigner signer;

    Answers(OpenDsrSettings config, ErasureSettings erasure, MessageSigner signer) {
        this.config = config;
        this.erasure = erasure;
        this.signer = signer;
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
        return signed(
                Response.status(status).type(MediaType.APPLICATION_JSON_TYPE),
                text(message).getBytes(StandardCharsets.UTF_8));
    }

    /** An answer without a body, with the signature of no bytes. */
    Response signedWithoutBody() {
        return signed(Response.noContent(), new byte[0]);
    }

    /** A refusal as {@link ProblemResponses} words it, signed like every answer. */
    Response signed(Refusal refusal) {
        Response problem = ProblemResponses.of(refusal);
        return signed(
                Response.fromResponse(problem),
                text(problem.getEntity()).getBytes(StandardCharsets.UTF_8));
    }

    /** A message in JSON. */
    static String text(Object message) {
        try {
            return WireFormat.mapper().writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message that can't be written", e);
        }
    }

    private Response signed(Response.ResponseBuilder answer, byte[] body) {
        return answer.header(NoticeDelivery.DOMAIN_HEADER, config.domain())
                .header(NoticeDelivery.SIGNATURE_HEADER, signer.sign(body))
                .entity(body.length == 0 ? null : body)
                .build();
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

        /** The path of a callback URL is the controller's own, and may say anything. */
        @Override
        public String toString() {
            return subjectRequestId + " " + requestStatus;
        }

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
