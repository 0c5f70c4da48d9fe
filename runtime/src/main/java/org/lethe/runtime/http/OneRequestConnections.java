package org.lethe.runtime.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.lang.ref.WeakReference;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

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

    private static final long LINGER_MILLIS = 5_000;

    private final HttpSettings settings;

    OneRequestConnections(HttpSettings settings) {
        this.settings = settings;
    }

    void register(@Observes Filters filters) {
        filters.register(this::closeAfterwards, FIRST);
    }

    private void closeAfterwards(RoutingContext context) {
        context.addHeadersEndHandler(answered -> {
            context.response().putHeader(HttpHeaders.CONNECTION, "close");
            context.addEndHandler(ended -> hangUp(context));
        });
        context.next();
    }

    /** The answer says so, but who doesn't want to would stay, and begin another request slowly. */
    private void hangUp(RoutingContext context) {
        HttpServerRequest request = context.request();
        // A tunnel in front doesn't read the answer: who is refused a socket is hung up on.
        if (request.isEnded() || request.headers().contains(HttpHeaders.UPGRADE)) {
            Connections.close(request.connection(), this::patience);
        } else {
            // Hung up on while it sends, it would not hear why its body was refused. What waits for
            // that must not keep a connection, and the request it had, that is closed by then.
            var connection = new WeakReference<>(request.connection());
            context.vertx().setTimer(LINGER_MILLIS, over -> close(connection.get()));
        }
    }

    private void close(@Nullable HttpConnection connection) {
        if (connection != null) {
            Connections.close(connection, this::patience);
        }
    }

    /** For an answer as for a body: time beside what it takes at the least rate. */
    private Duration patience(long bytes) {
        return settings.bodyTime().plusSeconds(bytes / settings.leastRate());
    }
}
