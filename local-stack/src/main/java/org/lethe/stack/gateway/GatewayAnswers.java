package org.lethe.stack.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.error.Problem;

/** The gateway's own answers: problems of the suite's catalogue. */
final class GatewayAnswers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private GatewayAnswers() {}

    static Buffer body(ErrorCode code) {
        try {
            return Buffer.buffer(JSON.writeValueAsBytes(Problem.of(code)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends a request that is not sent on. */
    static void end(HttpServerResponse response, ErrorCode code) {
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(code.httpStatus())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(body(code));
    }
}
