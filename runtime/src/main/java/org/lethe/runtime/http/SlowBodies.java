package org.lethe.runtime.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Hangs up on whose body takes too long: a byte each few seconds is not idle, and would keep a
 * connection, and what is reserved for it, for ever.
 */
@ApplicationScoped
class SlowBodies {

    private final Vertx vertx;
    private final HttpSettings settings;

    @Inject
    SlowBodies(Vertx vertx, HttpSettings settings) {
        this.vertx = vertx;
        this.settings = settings;
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, EveryRequest.EARLY);
    }

    private void watch(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (hasBody(request)) {
            long timer =
                    vertx.setTimer(
                            time(request).toMillis(),
                            fired -> {
                                if (!request.isEnded()) {
                                    Connections.cut(request.connection());
                                }
                            });
            context.addEndHandler(ended -> vertx.cancelTimer(timer));
        }
        context.next();
    }

    private static boolean hasBody(HttpServerRequest request) {
        return request.getHeader(HttpHeaders.CONTENT_LENGTH) != null
                || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private Duration time(HttpServerRequest request) {
        long longest = settings.maxBodySize();
        long bytes = Math.min(longest, EveryRequest.bodySize(request));
        // One in pieces does not say how long it will be.
        long expected = bytes == 0 ? longest : bytes;
        return settings.bodyTime().plusSeconds(expected / settings.leastRate());
    }
}
