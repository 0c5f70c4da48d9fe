package org.lethe.chat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** A client of a socket that remembers every frame it was sent. */
public final class TestSocket implements AutoCloseable, WebSocket.Listener {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private final WebSocket socket;

    private TestSocket(String path) {
        URI uri = URI.create("ws://localhost:" + RestAssured.port + path);
        socket = CLIENT.newWebSocketBuilder().buildAsync(uri, this).join();
    }

    public static TestSocket open(String path) {
        return new TestSocket(path);
    }

    /** A visitor's socket, with everything after a message. */
    public static TestSocket chat(String chat, String token, long after) {
        TestSocket socket = open("/v1/chats/" + chat + "/socket");
        socket.send(frame("hello").put("token", token).put("after", after));
        return socket;
    }

    /** An operator's socket. */
    public static TestSocket desk(String token) {
        TestSocket socket = open("/v1/desk/socket");
        socket.send(frame("hello").put("token", token));
        return socket;
    }

    /** An operator's socket, with everything of a chat after a message. */
    public static TestSocket desk(String token, String chat, long after) {
        TestSocket socket = open("/v1/desk/socket");
        ObjectNode hello = frame("hello").put("token", token);
        hello.putObject("after").put(chat, after);
        socket.send(hello);
        return socket;
    }

    public static ObjectNode frame(String type) {
        return JSON.createObjectNode().put("type", type);
    }

    public void send(ObjectNode frame) {
        socket.sendText(frame.toString(), true).join();
    }

    /** The first frame of a type, now or soon. */
    public JsonNode await(String type) {
        return await(type, frame -> true);
    }

    public JsonNode await(String type, Predicate<JsonNode> wanted) {
        return Awaitility.await("frame " + type + " among " + frames)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(
                        () -> all(type).stream().filter(wanted).findFirst().orElse(null),
                        found -> found != null);
    }

    public List<JsonNode> all(String type) {
        return frames.stream().filter(frame -> frame.path("type").asText().equals(type)).toList();
    }

    /** The last frame of a type. */
    public JsonNode last(String type) {
        return all(type).getLast();
    }

    public int closeCode() {
        return closed.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    public void assertOpen() {
        assertThat(closed).isNotDone();
    }

    /** As when the network is cut: no farewell. */
    public void cut() {
        socket.abort();
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            frames.add(read(text.toString()));
            text.setLength(0);
        }
        webSocket.request(1);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
        closed.complete(code);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void close() {
        var _ = socket.sendClose(WebSocket.NORMAL_CLOSURE, "");
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
