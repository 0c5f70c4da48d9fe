package org.lethe.stack.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Hangs up on who takes too long to say what it wants, and on who has too many connections: a byte
 * now and then would keep each of them for ever, since it is not idle.
 *
 * <p>HTTP/2 in clear must be off: else a connection is not told of before its first request.
 */
final class SlowClients {

    private final Vertx vertx;
    private final Patience patience;
    private final int mostOfAddress;
    private final Map<String, Integer> ofAddress = new ConcurrentHashMap<>();
    private final Map<HttpConnection, String> addresses = new ConcurrentHashMap<>();
    private final Map<HttpConnection, Long> timers = new ConcurrentHashMap<>();

    SlowClients(Vertx vertx, Patience patience, int mostOfAddress) {
        this.vertx = vertx;
        this.patience = patience;
        this.mostOfAddress = mostOfAddress;
    }

    /** A client has connected. */
    void connected(HttpConnection connection) {
        String address = connection.remoteAddress().hostAddress();
        addresses.put(connection, address);
        boolean tooMany = ofAddress.merge(address, 1, Integer::sum) > mostOfAddress;
        connection.closeHandler(closed -> left(connection));
        if (tooMany) {
            Connections.cut(connection);
        } else {
            expectHead(connection, patience.firstHead());
        }
    }

    /** The connection is closed; may be repeated. That of a tunnel tells it by its socket alone. */
    void left(HttpConnection connection) {
        cancel(connection);
        String address = addresses.remove(connection);
        if (address != null) {
            ofAddress.computeIfPresent(address, (any, count) -> count > 1 ? count - 1 : null);
        }
    }

    /**
     * The head of a request has come.
     *
     * @param longest the longest body that is taken, where it does not say how long it is
     */
    void requested(HttpServerRequest request, long longest) {
        HttpConnection connection = request.connection();
        cancel(connection);
        Runnable inTime = expectBody(request, longest);
        // An upgrade is never answered to its end: its connection is the tunnel's from then on.
        request.response()
                .endHandler(answered -> {
                    inTime.run();
                    expectHead(connection, patience.nextHead());
                });
    }

    private void expectHead(HttpConnection connection, Duration time) {
        cancel(connection);
        long timer =
                vertx.setTimer(
                        time.toMillis(),
                        fired -> {
                            timers.remove(connection);
                            Connections.cut(connection);
                        });
        timers.put(connection, timer);
    }

    /** Returns what is to be done once it does not matter any more. */
    private Runnable expectBody(HttpServerRequest request, long longest) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null) {
            return () -> {};
        }
        Duration time = patience.body().plusSeconds(bytes(length, longest) / patience.leastRate());
        HttpConnection connection = request.connection();
        long timer =
                vertx.setTimer(
                        time.toMillis(),
                        fired -> {
                            if (!request.isEnded()) {
                                Connections.cut(connection);
                            }
                        });
        return () -> vertx.cancelTimer(timer);
    }

    private static long bytes(String length, long longest) {
        try {
            return length == null ? longest : Math.min(longest, Long.parseLong(length));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private void cancel(HttpConnection connection) {
        Long timer = timers.remove(connection);
        if (timer != null) {
            vertx.cancelTimer(timer);
        }
    }
}
