package org.lethe.acceptance.journey;

import static org.lethe.acceptance.client.UnexpectedAnswer.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.lethe.acceptance.client.Json;
import org.lethe.acceptance.client.OperatorClient;
import org.lethe.acceptance.client.Persona;
import org.lethe.acceptance.client.VisitorClient;

/** One chat between a visitor and an operator, with what each side must see of it. */
public record Conversation(Persona persona, VisitorClient visitor, OperatorClient operator)
        implements AutoCloseable {

    public String chat() {
        return visitor.chat();
    }

    /** The visitor asks, the operator takes it. */
    public void begin() {
        visitor.startChat();
        operator.accept(visitor.chat());
        visitor.chatSocket().await("state", frame -> frame.path("state").asText().equals("active"));
    }

    /** A message each way, each seen by the other side once. */
    public void talk() {
        visitor.send(persona.message());
        JsonNode seen =
                operator.desk()
                        .await(
                                "message",
                                frame -> isOurs(frame) && isText(frame, persona.message()));
        require(seen.path("from").asText().equals("visitor"), "the operator sees who wrote");
        operator.send(visitor.chat(), persona.reply());
        visitor.chatSocket().await("message", frame -> isText(frame, persona.reply()));
    }

    /** Each side sees that the other one types. */
    public void typing() {
        visitor.chatSocket().send(Json.frame("typing").put("on", true));
        operator.desk().await("typing", frame -> isOurs(frame) && frame.path("on").asBoolean());
        operator.desk().send(Json.frame("typing").put("chat", visitor.chat()).put("on", true));
        visitor.chatSocket().await("typing", frame -> frame.path("on").asBoolean());
    }

    /**
     * Cuts the visitor's connection, lets the operator write, and resumes: what was missed comes,
     * once.
     */
    public void cutAndResume() {
        long after = visitor.send("One moment, please.");
        visitor.chatSocket().cut();
        String missed = "Still there? " + System.nanoTime();
        operator.send(visitor.chat(), missed);
        visitor.connectChat(after);
        visitor.chatSocket().await("message", frame -> isText(frame, missed));
        boolean twice =
                visitor.chatSocket().unread().stream().anyMatch(frame -> isText(frame, missed));
        require(!twice, "a resumed message is shown once");
    }

    /** A file each way; each side reads the other's, byte for byte. */
    public List<String> exchangeFiles() {
        byte[] content = persona.fileContent().getBytes(StandardCharsets.UTF_8);
        visitor.sendFile(persona.fileName(), "text/plain", content);
        String first =
                awaitFile(
                        operator.desk()
                                .await(
                                        "message",
                                        frame -> isOurs(frame) && isFileOf(frame, "visitor")));
        requireSame(content, operator.download(visitor.chat(), first).expect(200).body());
        operator.sendFile(visitor.chat(), persona.fileName(), "text/plain", content);
        String second =
                awaitFile(
                        visitor.chatSocket()
                                .await("message", frame -> isFileOf(frame, "operator")));
        requireSame(content, visitor.download(second).expect(200).body());
        return List.of(first, second);
    }

    /** The visitor ends; both sides are told what was destroyed, and the same receipt's number. */
    public JsonNode end() {
        visitor.end();
        JsonNode seen = operator.desk().await("ended", this::isOurs);
        JsonNode told = visitor.chatSocket().await("ended");
        require(
                seen.path("destroyed").equals(told.path("destroyed")),
                "both sides are told the same of the end");
        return told;
    }

    /** Its store was lost, and both sides are told so. */
    public void awaitLoss() {
        visitor.chatSocket().await("error", Conversation::isLoss);
        operator.desk().await("error", frame -> isOurs(frame) && isLoss(frame));
    }

    private static boolean isLoss(JsonNode frame) {
        return frame.path("code").asText().equals("scope-lost");
    }

    private String awaitFile(JsonNode frame) {
        require(
                frame.path("file").path("name").asText().equals(persona.fileName()),
                "the file keeps its name");
        return frame.path("file").path("file").asText();
    }

    private boolean isOurs(JsonNode frame) {
        return frame.path("chat").asText().equals(visitor.chat());
    }

    private static boolean isText(JsonNode frame, String text) {
        return frame.path("text").asText().equals(text);
    }

    private static boolean isFileOf(JsonNode frame, String from) {
        return frame.path("file").isObject() && frame.path("from").asText().equals(from);
    }

    private static void requireSame(byte[] sent, byte[] received) {
        require(Arrays.equals(sent, received), "a file arrives byte for byte");
    }

    @Override
    public void close() {
        visitor.close();
    }
}
