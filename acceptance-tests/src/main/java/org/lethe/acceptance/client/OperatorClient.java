package org.lethe.acceptance.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An operator's console without the browser: desk and live visitor list on the wire. */
public final class OperatorClient implements AutoCloseable {
    private final Gateway gateway;
    private final String token;
    private @Nullable FrameSocket desk;
    private @Nullable FrameSocket visitors;

    public OperatorClient(Gateway gateway, String token) {
        this.gateway = gateway;
        this.token = token;
    }

    /** Takes a seat at the desk: from now on the account is online. */
    public FrameSocket openDesk() {
        desk = gateway.socket("/v1/desk/socket");
        desk.send(Json.frame("hello").put("token", token));
        desk.await("ready");
        return desk;
    }

    public FrameSocket watchVisitors() {
        visitors = gateway.socket("/v1/visitors/socket");
        visitors.send(Json.frame("hello").put("token", token));
        visitors.await("ready");
        return visitors;
    }

    /** Waits until the visit is in the live list, as the console would show it. */
    public JsonNode awaitVisitor(String visit) {
        return visitors()
                .await(frame -> find(frame, visit).isPresent(), Duration.ofSeconds(15))
                .flatMap(frame -> find(frame, visit))
                .orElseThrow(
                        () -> new UnexpectedAnswer("the visit did not appear in the live list"));
    }

    private static Optional<JsonNode> find(JsonNode frame, String visit) {
        return frame.path("visitors")
                .valueStream()
                .filter(view -> view.path("visit").asText().equals(visit))
                .findFirst();
    }

    public void awaitGone(String visit) {
        visitors()
                .await(
                        "gone",
                        frame ->
                                frame.path("visits")
                                        .valueStream()
                                        .anyMatch(id -> id.asText().equals(visit)));
    }

    /** Waits for the chat in the queue, takes it, waits until it is the operator's. */
    public JsonNode accept(String chat) {
        desk().await("queue", frame -> contains(frame, chat));
        desk().send(Json.frame("accept").put("chat", chat));
        return desk().await("chats", frame -> contains(frame, chat));
    }

    private static boolean contains(JsonNode frame, String chat) {
        return frame.path("chats")
                .valueStream()
                .anyMatch(entry -> entry.path("chat").asText().equals(chat));
    }

    public long send(String chat, String text) {
        return desk().deliver(Json.frame("send").put("chat", chat).put("text", text));
    }

    public long sendFile(String chat, String name, String mediaType, byte[] content) {
        String file = VisitorClient.upload(gateway, chat, token, name, mediaType, content);
        return desk().deliver(Json.frame("send").put("chat", chat).put("file", file));
    }

    public Answer download(String chat, String file) {
        return gateway.get("/v1/chats/" + chat + "/files/" + file, token);
    }

    public void end(String chat) {
        desk().send(Json.frame("end").put("chat", chat));
    }

    public FrameSocket desk() {
        return Objects.requireNonNull(desk, "not at the desk");
    }

    public FrameSocket visitors() {
        return Objects.requireNonNull(visitors, "not watching");
    }

    @Override
    public void close() {
        if (desk != null) {
            desk.close();
        }
        if (visitors != null) {
            visitors.close();
        }
    }
}
