package org.lethe.stack.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.MultiMap;
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

    /** Any page may read them, since they tell nothing of anybody; else it would see no answer. */
    static void describe(MultiMap headers) {
        headers.set(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .set(HttpHeaders.CACHE_CONTROL, "no-store")
                .set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    }

    /** Ends a request that is not sent on. */
    static void end(HttpServerResponse response, ErrorCode code) {
        if (response.ended() || response.closed()) {
            return;
        }
        describe(response.headers());
        response.setStatusCode(code.httpStatus()).end(body(code));
    }
}
