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
import org.lethe.contracts.WireFormat;
import org.lethe.gdpr.erasure.ErasureConfig;
import org.lethe.gdpr.receipt.MessageSigner;
import org.lethe.gdpr.request.RequestId;
import org.lethe.gdpr.request.RequestState;

/** Makes OpenDSR's messages and signs their bytes. */
@ApplicationScoped
class Answers {

    static final String DOMAIN_HEADER = "X-OpenDSR-Processor-Domain";
    static final String SIGNATURE_HEADER = "X-OpenDSR-Signature";

    private final OpenDsrConfig config;
    private final ErasureConfig erasure;
    private final MessageSigner signer;

    Answers(OpenDsrConfig config, ErasureConfig erasure, MessageSigner signer) {
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

    StatusAnswer status(RequestState state) {
        return new StatusAnswer(
                state.account(),
                expected(state),
                state.id(),
                state.status(),
                state.resultsWait() ? Optional.of(results(state.id())) : Optional.empty(),
                state.found(),
                Optional.empty(),
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
}
