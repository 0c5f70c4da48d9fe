package org.lethe.runtime.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Has a connection live for one request.
 *
 * <p>Its parser keeps pieces of the longest header lines that it read (a visitor's address, page
 * and browser, a token, a file's name) for as long as the connection lives. An upgrade to a socket
 * ends without these headers, and takes the parser away.
 */
@ApplicationScoped
class OneRequestConnections {

    /** Before all that might answer. */
    private static final int FIRST = EveryRequest.EARLY + 1;

    void register(@Observes Filters filters) {
        filters.register(OneRequestConnections::closeAfterwards, FIRST);
    }

    private static void closeAfterwards(RoutingContext context) {
        context.addHeadersEndHandler(
                answered -> context.response().putHeader(HttpHeaders.CONNECTION, "close"));
        context.next();
    }
}
