package org.lethe.runtime.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.runtime.caller.NamedAccount;
import org.lethe.runtime.caller.Origins;

/** What is looked at before a request reaches a resource: its page, and the size of its body. */
@ApplicationScoped
public class EveryRequest {

    static final int EARLY = 1_000;

    private static final String METHODS = "GET, HEAD, POST, PUT, DELETE";
    private static final String REQUEST_HEADERS =
            "Authorization, Content-Type, If-Match, If-None-Match, Range, Lethe-File-Name, "
                    + "Lethe-Confirmation, "
                    + NamedAccount.HEADER;
    private static final String ANSWER_HEADERS =
            "ETag, Location, Retry-After, Accept-Ranges, Content-Range, Content-Disposition";
    private static final String PREFLIGHT_SECONDS = "600";

    private final Origins origins;
    private final HttpSettings limits;

    @Inject
    EveryRequest(Origins origins, HttpSettings limits) {
        this.origins = origins;
        this.limits = limits;
    }

    void register(@Observes Filters filters) {
        filters.register(this::look, EARLY);
    }

    private void look(RoutingContext context) {
        String origin = context.request().getHeader(HttpHeaders.ORIGIN);
        if (origin == null) {
            goOn(context);
            return;
        }
        origins.refusalOf(origin)
                .ifPresentOrElse(
                        code -> ProblemAnswers.end(context, code), () -> allow(context, origin));
    }

    /** A page is allowed to read that its request is too large. */
    private void goOn(RoutingContext context) {
        if (bodySize(context.request()) > limits.maxBodySize()) {
            ProblemAnswers.end(context, ErrorCode.TOO_LARGE);
        } else {
            context.next();
        }
    }

    private void allow(RoutingContext context, String origin) {
        if (isPreflight(context.request())) {
            allow(context.response(), origin)
                    .putHeader("Access-Control-Allow-Methods", METHODS)
                    .putHeader("Access-Control-Allow-Headers", REQUEST_HEADERS)
                    .putHeader("Access-Control-Max-Age", PREFLIGHT_SECONDS)
                    .setStatusCode(204)
                    .end();
        } else {
            allow(context.response(), origin)
                    .putHeader("Access-Control-Expose-Headers", ANSWER_HEADERS);
            goOn(context);
        }
    }

    private static HttpServerResponse allow(HttpServerResponse response, String origin) {
        return response.putHeader("Access-Control-Allow-Origin", origin)
                .putHeader(HttpHeaders.VARY, "Origin");
    }

    private static boolean isPreflight(HttpServerRequest request) {
        return request.method().equals(HttpMethod.OPTIONS)
                && request.getHeader("Access-Control-Request-Method") != null;
    }

    /** As it says itself; 0 if it does not. */
    static long bodySize(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
