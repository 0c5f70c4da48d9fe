package org.lethe.acceptance.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
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
        long deadline = System.nanoTime() + 15_000_000_000L;
        while (System.nanoTime() < deadline) {
            for (String type : new String[] {"visitors", "changed"}) {
                var frame =
                        visitors()
                                .await(type, f -> has(f, visit), java.time.Duration.ofMillis(100));
                if (frame.isPresent()) {
                    return find(frame.get(), visit);
                }
            }
        }
        throw new UnexpectedAnswer("the visit did not appear in the live list");
    }

    private static boolean has(JsonNode frame, String visit) {
        return !find(frame, visit).isMissingNode();
    }

    private static JsonNode find(JsonNode frame, String visit) {
        for (JsonNode view : frame.path("visitors")) {
            if (view.path("visit").asText().equals(visit)) {
                return view;
            }
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }

    public void awaitGone(String visit) {
        visitors()
                .await(
                        "gone",
                        frame -> {
                            for (JsonNode id : frame.path("visits")) {
                                if (id.asText().equals(visit)) {
                                    return true;
                                }
                            }
                            return false;
                        });
    }

    /** Waits for the chat in the queue, takes it, waits until it is the operator's. */
    public JsonNode accept(String chat) {
        desk().await("queue", frame -> contains(frame, chat));
        desk().send(Json.frame("accept").put("chat", chat));
        return desk().await("chats", frame -> contains(frame, chat));
    }

    private static boolean contains(JsonNode frame, String chat) {
        for (JsonNode entry : frame.path("chats")) {
            if (entry.path("chat").asText().equals(chat)) {
                return true;
            }
        }
        return false;
    }

    public long send(String chat, String text) {
        String id = UUID.randomUUID().toString();
        desk().send(Json.frame("send").put("chat", chat).put("id", id).put("text", text));
        return desk().await("sent", frame -> frame.path("id").asText().equals(id))
                .path("seq")
                .asLong();
    }

    public long sendFile(String chat, String name, String mediaType, byte[] content) {
        String file =
                VisitorClient.upload(gateway, chat, token, name, mediaType, content)
                        .expect(201)
                        .json()
                        .path("file")
                        .asText();
        String id = UUID.randomUUID().toString();
        desk().send(Json.frame("send").put("chat", chat).put("id", id).put("file", file));
        return desk().await("sent", frame -> frame.path("id").asText().equals(id))
                .path("seq")
                .asLong();
    }

    public Answer download(String chat, String file) {
        return gateway.get("/v1/chats/" + chat + "/files/" + file, token);
    }

    public void end(String chat) {
        desk().send(Json.frame("end").put("chat", chat));
    }

    public FrameSocket desk() {
        if (desk == null) {
            throw new IllegalStateException("not at the desk");
        }
        return desk;
    }

    public FrameSocket visitors() {
        if (visitors == null) {
            throw new IllegalStateException("not watching");
        }
        return visitors;
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
