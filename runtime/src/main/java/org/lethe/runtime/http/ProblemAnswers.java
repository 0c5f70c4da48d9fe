package org.lethe.runtime.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.error.Problem;

/** Problems where no resource is there to answer: refused before it, or never found. */
@ApplicationScoped
public class ProblemAnswers {

    void register(@Observes Router router) {
        router.errorHandler(404, context -> end(context, ErrorCode.NOT_FOUND));
        router.errorHandler(405, context -> end(context, ErrorCode.METHOD_NOT_ALLOWED));
        router.errorHandler(413, context -> end(context, ErrorCode.TOO_LARGE));
    }

    static void end(RoutingContext context, ErrorCode code) {
        if (context.response().ended()) {
            return;
        }
        context.response()
                .setStatusCode(code.httpStatus())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(Buffer.buffer(json(code)));
    }

    private static byte[] json(ErrorCode code) {
        try {
            return WireFormat.mapper().writeValueAsBytes(Problem.of(code));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem that can't be written", e);
        }
    }
}
