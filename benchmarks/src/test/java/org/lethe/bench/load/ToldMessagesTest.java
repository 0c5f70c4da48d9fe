package org.lethe.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lethe.acceptance.client.Gateway;
import org.lethe.acceptance.client.Json;
import org.lethe.acceptance.client.Trust;

/** A suite that has one chat, says that each message is sent, and tells the desk of the first. */
class ToldMessagesTest {

    private static final String CHAT = "c05-k3f9-4tqz80f2v7n3m6c1x9b5k0d4gh";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Vertx vertx = Vertx.vertx();
    private final Latencies times = new Latencies();
    private Site site = site(0);

    @BeforeEach
    void listen() {
        HttpServer server =
                vertx.createHttpServer()
                        .requestHandler(ToldMessagesTest::answer)
                        .webSocketHandler(ToldMessagesTest::serve)
                        .listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join();
        site = site(server.actualPort());
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void countsWhatBothSidesKnowOf() {
        try (var chat = LoadedChat.open(site, 1, new Openings(), times)) {
            assertThat(chat.written()).isZero();

            chat.write(Stamp.text(1), 1);
            chat.write(Stamp.text(2), 2);

            assertThat(chat.written()).isEqualTo(2);
            assertThat(Waiting.until(PATIENCE, () -> chat.sent() == 2)).isTrue();
        }
        try (var desk = new Desk(site, "token", times)) {
            assertThat(Waiting.until(PATIENCE, () -> desk.seen(CHAT) == 1)).isTrue();
            assertThat(desk.seen("another")).isZero();
        }
    }

    private static void answer(HttpServerRequest request) {
        var opened = Json.object().put("chat", CHAT).put("token", "token");
        request.response().setStatusCode(201).end(opened.toString());
    }

    private static void serve(ServerWebSocket socket) {
        socket.textMessageHandler(text -> {
            var frame = Json.parse(text);
            if (frame.path("type").asText().equals("send")) {
                var sent = Json.frame("sent").put("id", frame.path("id").asText());
                socket.writeTextMessage(sent.toString());
                return;
            }
            socket.writeTextMessage(Json.frame("ready").toString());
            if (socket.path().equals(Desk.PATH)) {
                var message = Json.frame("message").put("chat", CHAT).put("text", Stamp.text(1));
                socket.writeTextMessage(message.toString());
            }
        });
    }

    private static Site site(int port) {
        URI address = URI.create("http://127.0.0.1:" + port);
        var gateway = new Gateway(address, Trust.COMMON);
        return new Site(
                gateway, address, address, address, "acme", "http://shop.example", "http://desk");
    }
}
