package org.lethe.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.lethe.acceptance.client.Gateway;
import org.lethe.acceptance.client.Json;
import org.lethe.acceptance.client.VisitorRequests;

/** A visitor in a chat, who writes when he is told and reads what the times say. */
public final class LoadedChat implements AutoCloseable {

    private final String chat;
    private final CompletableFuture<JsonNode> ready = new CompletableFuture<>();
    private final LoadSocket socket;

    private LoadedChat(Site site, String chat, String token, Latencies acknowledged) {
        this.chat = chat;
        this.socket =
                LoadSocket.open(
                        site.chatService(),
                        "/v1/chats/" + chat + "/socket",
                        site.origin(),
                        frame -> hear(frame, acknowledged));
        socket.send(Json.frame("hello").put("token", token).put("after", 0));
    }

    /**
     * A visitor comes and asks for a chat.
     *
     * @param number makes his address, one of its own
     * @param acknowledged takes the times from intended to "sent"
     */
    public static LoadedChat open(Site site, int number, Latencies acknowledged) {
        Gateway visitor =
                site.gateway()
                        .with("Origin", site.origin())
                        .with("X-Forwarded-For", Arrival.address(number));
        String token =
                visitor.post("/v1/visits", null, Arrival.visit(site))
                        .expect(201)
                        .json()
                        .path("token")
                        .asText();
        ObjectNode form =
                Json.object()
                        .put("name", "Visitor " + number)
                        .put("email", "visitor" + number + "@visitors.example")
                        .put("question", "Is number " + number + " still there?");
        form.set("consent", VisitorRequests.consent());
        JsonNode opened = visitor.post("/v1/chats", token, form).expect(201).json();
        return new LoadedChat(
                site, opened.path("chat").asText(), opened.path("token").asText(), acknowledged);
    }

    public String chat() {
        return chat;
    }

    public void awaitReady() {
        ready.orTimeout(20, TimeUnit.SECONDS).join();
    }

    /**
     * Writes without waiting.
     *
     * @param text as {@link Stamp#text} makes it
     */
    public void write(String text, long intended) {
        socket.send(Json.frame("send").put("id", Stamp.id(intended)).put("text", text));
    }

    public void end() {
        socket.send(Json.frame("end"));
    }

    private void hear(JsonNode frame, Latencies acknowledged) {
        switch (frame.path("type").asText()) {
            case "ready" -> ready.complete(frame);
            case "sent" ->
                    acknowledged.record(System.nanoTime() - Stamp.ofId(frame.path("id").asText()));
            case "error" ->
                    ready.completeExceptionally(
                            new IllegalStateException(frame.path("code").asText()));
            default -> {
                // Measured where it is meant for.
            }
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
