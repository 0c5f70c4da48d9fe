package org.lethe.stack.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.NetSocket;
import java.util.Locale;
import org.lethe.contracts.error.ErrorCode;

/**
 * Passes WebSockets through: the upgrade is asked of the service, then bytes flow both ways with
 * back pressure, and an end on one side ends the other.
 *
 * <p>The proxy library would do it without forwarded headers, without back pressure, and swallow
 * the body of a refusal.
 */
final class SocketTunnel {

    private final Vertx vertx;
    private final HttpClient client;
    private final SlowClients clients;

    SocketTunnel(Vertx vertx, SlowClients clients) {
        this.vertx = vertx;
        this.clients = clients;
        // A tunnel keeps its connection as long as the socket lives: the pool must not be small.
        client =
                vertx.createHttpClient(
                        new HttpClientOptions().setMaxPoolSize(50_000).setConnectTimeout(5_000));
    }

    static boolean isUpgrade(HttpServerRequest request) {
        String upgrade = request.getHeader(HttpHeaders.UPGRADE);
        return upgrade != null && upgrade.toLowerCase(Locale.ROOT).equals("websocket");
    }

    void open(HttpServerRequest request, Upstream upstream) {
        request.pause();
        upstream.request(client, options(request))
                .compose(asked -> ask(request, asked))
                .compose(answer -> answered(request, answer))
                .onFailure(
                        failure -> GatewayAnswers.end(request.response(), ErrorCode.UNAVAILABLE));
    }

    private static RequestOptions options(HttpServerRequest request) {
        return new RequestOptions().setMethod(HttpMethod.GET).setURI(request.uri());
    }

    private static Future<HttpClientResponse> ask(
            HttpServerRequest request, HttpClientRequest asked) {
        request.headers()
                .forEach((name, value) -> {
                    if (!name.equalsIgnoreCase("Host") && !name.equalsIgnoreCase("Connection")) {
                        asked.headers().add(name, value);
                    }
                });
        // Firefox says "keep-alive, Upgrade", which an upgrade must not say to an origin.
        asked.putHeader(HttpHeaders.CONNECTION, "Upgrade");
        return asked.connect();
    }

    private Future<Void> answered(HttpServerRequest request, HttpClientResponse answer) {
        HttpServerResponse response = request.response();
        response.setStatusCode(answer.statusCode());
        if (answer.statusCode() != 101) {
            return refused(response, answer);
        }
        response.headers().addAll(answer.headers());
        NetSocket inside = answer.netSocket();
        inside.pause();
        HttpConnection connection = request.connection();
        return request.toNetSocket()
                .onSuccess(outside -> join(outside, inside, () -> clients.left(connection)))
                .mapEmpty();
    }

    private void join(NetSocket outside, NetSocket inside, Runnable left) {
        pass(outside, inside);
        pass(inside, outside);
        outside.closeHandler(closed -> {
            left.run();
            Connections.close(inside, vertx);
        });
        inside.closeHandler(closed -> Connections.close(outside, vertx));
        inside.resume();
        outside.resume();
    }

    private void pass(NetSocket from, NetSocket to) {
        from.exceptionHandler(failure -> Connections.close(from, vertx));
        from.handler((Buffer bytes) -> {
            to.write(bytes);
            if (to.writeQueueFull()) {
                from.pause();
                to.drainHandler(drained -> from.resume());
            }
        });
    }

    /** The service's own answer, such as a refused origin, reaches the caller as it is. */
    private static Future<Void> refused(HttpServerResponse response, HttpClientResponse answer) {
        answer.headers()
                .forEach((name, value) -> {
                    if (!name.equalsIgnoreCase("Transfer-Encoding")
                            && !name.equalsIgnoreCase("Connection")) {
                        response.headers().add(name, value);
                    }
                });
        return answer.body().compose(response::end);
    }
}
