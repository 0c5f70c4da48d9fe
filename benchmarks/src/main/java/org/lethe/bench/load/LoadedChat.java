package org.lethe.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.atomic.LongAdder;
import org.lethe.acceptance.client.Gateway;
import org.lethe.acceptance.client.Json;
import org.lethe.acceptance.client.VisitorRequests;

/** A visitor in a chat, who writes when he is told and reads what the times say. */
public final class LoadedChat implements AutoCloseable {

    private final String chat;
    private final String token;
    private final LongAdder written = new LongAdder();
    private final LongAdder sent = new LongAdder();
    private final LoadSocket socket;

    private LoadedChat(Site site, String chat, String token, Latencies acknowledged) {
        this.chat = chat;
        this.token = token;
        this.socket =
                LoadSocket.open(
                        site.chatService(),
                        "/v1/chats/" + chat + "/socket",
                        site.origin(),
                        Json.frame("hello").put("token", token).put("after", 0),
                        frame -> hear(frame, acknowledged));
    }

    /**
     * A visitor comes, asks for a chat and is connected to it.
     *
     * @param number makes his address, one of its own
     * @param openings takes how long that took
     * @param acknowledged takes the times from intended to "sent"
     */
    public static LoadedChat open(
            Site site, int number, Openings openings, Latencies acknowledged) {
        long begin = System.nanoTime();
        String token =
                gateway(site, number)
                        .post("/v1/visits", null, Arrival.visit(site))
                        .expect(201)
                        .json()
                        .path("token")
                        .asText();
        openings.visit().record(System.nanoTime() - begin);
        return open(site, number, token, openings, acknowledged);
    }

    /**
     * A visitor who is there asks for a chat and is connected to it.
     *
     * @param number that he came with
     * @param openings takes how long that took
     * @param acknowledged takes the times from intended to "sent"
     */
    public static LoadedChat open(
            Site site, int number, LoadedVisit visit, Openings openings, Latencies acknowledged) {
        return open(site, number, visit.token(), openings, acknowledged);
    }

    private static LoadedChat open(
            Site site, int number, String token, Openings openings, Latencies acknowledged) {
        long begin = System.nanoTime();
        JsonNode opened =
                gateway(site, number).post("/v1/chats", token, form(number)).expect(201).json();
        long asked = System.nanoTime();
        openings.chat().record(asked - begin);
        var chat =
                new LoadedChat(
                        site,
                        opened.path("chat").asText(),
                        opened.path("token").asText(),
                        acknowledged);
        openings.socket().record(System.nanoTime() - asked);
        return chat;
    }

    private static Gateway gateway(Site site, int number) {
        return site.gateway()
                .with("Origin", site.origin())
                .with("X-Forwarded-For", Arrival.address(number));
    }

    private static ObjectNode form(int number) {
        ObjectNode form =
                Json.object()
                        .put("name", "Visitor " + number)
                        .put("email", email(number))
                        .put("question", "Is number " + number + " still there?");
        form.set("consent", VisitorRequests.consent());
        return form;
    }

    /** What the visitor of that number gives in the form. */
    public static String email(int number) {
        return "visitor" + number + "@visitors.example";
    }

    public String chat() {
        return chat;
    }

    /** What its visitor's page speaks with. */
    public String token() {
        return token;
    }

    /**
     * Writes without waiting.
     *
     * @param text as {@link Stamp#text} makes it
     */
    public void write(String text, long intended) {
        written.increment();
        socket.send(Json.frame("send").put("id", Stamp.id(intended)).put("text", text));
    }

    public void end() {
        socket.send(Json.frame("end"));
    }

    /** How many messages. */
    public long written() {
        return written.sum();
    }

    /** How many of them it was told that they are sent. */
    public long sent() {
        return sent.sum();
    }

    private void hear(JsonNode frame, Latencies acknowledged) {
        if (frame.path("type").asText().equals("sent")) {
            sent.increment();
            acknowledged.record(System.nanoTime() - Stamp.ofId(frame.path("id").asText()));
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
