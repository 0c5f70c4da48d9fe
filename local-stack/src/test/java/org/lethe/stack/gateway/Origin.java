package org.lethe.stack.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A service that tells what it was asked, and echoes what a socket says. */
final class Origin {

    private Origin() {}

    @SuppressWarnings("deprecation") // a handshake handler answers all sockets, not one
    static void start(Vertx vertx, Target target, int port) throws Exception {
        vertx.createHttpServer()
                .webSocketHandler(socket -> {
                    if (socket.path().endsWith("/refused/socket")) {
                        socket.reject(403);
                        return;
                    }
                    socket.writeTextMessage(
                            socket.headers().get("X-Forwarded-For")
                                    + "|"
                                    + socket.headers().get("Origin"));
                    socket.textMessageHandler(socket::writeTextMessage);
                })
                .requestHandler(request -> answer(target, request))
                .listen(port, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
    }

    private static void answer(Target target, HttpServerRequest request) {
        request.body()
                .onSuccess(body -> {
                    var seen = new JsonObject().put("target", target.name());
                    request.headers()
                            .forEach((name, value) ->
                                    seen.put(name.toLowerCase(Locale.ROOT), value));
                    seen.put("body", body.length()).put("uri", request.uri());
                    request.response().putHeader("ETag", "\"1\"").end(seen.toBuffer());
                });
    }
}
