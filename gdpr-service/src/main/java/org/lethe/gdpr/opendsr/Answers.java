package org.lethe.gdpr.opendsr;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.event.ServiceName;
import org.lethe.contracts.id.AccountId;
import org.lethe.gdpr.erasure.ErasureSettings;
import org.lethe.gdpr.intake.RequestState;
import org.lethe.gdpr.receipt.MessageSigner;
import org.lethe.gdpr.request.Progress;
import org.lethe.gdpr.request.RequestId;
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

    ReceivedAnswer received(RequestState state, byte[] body) {
        return new ReceivedAnswer(
                state.account(),
                expected(state.received(), state.completed()),
                state.received(),
                Base64.getEncoder().encodeToString(body),
                state.id());
    }

    StatusAnswer status(RequestState state) {
        return status(
                state.account(),
                state.id(),
                state.status(),
                expected(state.received(), state.completed()),
                state.resultsWait(),
                state.found(),
                new StatusAnswer.Extension(state.effective(), state.receipt(), state.missing()));
    }

    StatusAnswer status(SubjectRequest request, RequestStatus status, int found) {
        boolean erased = request.progress() instanceof Progress.Effective;
        return status(
                request.account(),
                request.id(),
                status,
                expected(request.received(), Optional.empty()),
                request.progress() instanceof Progress.Answered,
                Optional.of(found),
                new StatusAnswer.Extension(
                        request.progress() instanceof Progress.Effective effective
                                ? Optional.of(effective.at())
                                : Optional.empty(),
                        erased ? Optional.of(request.receipt()) : Optional.empty(),
                        Set.<ServiceName>of()));
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

    private StatusAnswer status(
            AccountId account,
            RequestId id,
            RequestStatus status,
            Instant expected,
            boolean resultsWait,
            Optional<Integer> found,
            StatusAnswer.Extension extension) {
        Optional<URI> results =
                resultsWait
                        ? Optional.of(
                                URI.create(
                                        config.publicUrl()
                                                + "/requests/"
                                                + id.value()
                                                + "/results"))
                        : Optional.empty();
        return new StatusAnswer(
                account,
                expected,
                id,
                status,
                results,
                found,
                Optional.empty(),
                Map.of(config.domain(), extension));
    }

    private Instant expected(Instant received, Optional<Instant> completed) {
        return completed.orElseGet(() -> received.plus(erasure.expectedTime()));
    }
}
