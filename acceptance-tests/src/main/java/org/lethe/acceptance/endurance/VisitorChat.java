package org.lethe.acceptance.endurance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.lethe.acceptance.client.FrameSocket;
import org.lethe.acceptance.client.Gateway;
import org.lethe.acceptance.client.Json;
import org.lethe.acceptance.endurance.ChatRecord.Message;
import org.lethe.acceptance.endurance.Verdict.Figure;
import org.lethe.contracts.error.ErrorCode;

/** A visitor's side of a chat, over connections that come and go. For one thread. */
final class VisitorChat extends Reconnecting {

    private final Gateway gateway;
    private final ChatRecord record;
    private final Outbox outbox = new Outbox();
    private String token;
    private int early;

    VisitorChat(Gateway gateway, String token, ChatRecord record, Verdict verdict) {
        super(verdict);
        this.gateway = gateway;
        this.token = token;
        this.record = record;
    }

    String token() {
        return token;
    }

    void write(String text) {
        record.wrote(outbox.write(text).id());
    }

    void writeFile(String file, String name) {
        ObjectNode frame = Json.frame("send").put("file", file);
        record.wrote(outbox.write(name, frame).id());
    }

    /**
     * Lives on until something is so, the chat is over, or it takes too long.
     *
     * @return whether it is so, or the chat is over
     */
    boolean until(Duration patience, BooleanSupplier done) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!done.getAsBoolean() && !isOver()) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            step();
        }
        return true;
    }

    boolean isOver() {
        return record.over().isPresent();
    }

    /** Whether everything that was written was taken, or given up. */
    boolean isEmpty() {
        return outbox.isEmpty();
    }

    @Override
    FrameSocket connect() {
        FrameSocket socket = gateway.socket("/v1/chats/" + record.chat() + "/socket");
        long after = record.last(ChatRecord.VISITOR);
        return socket.send(Json.frame("hello").put("token", token).put("after", after));
    }

    @Override
    void onFrame(JsonNode frame) {
        switch (frame.path("type").asText()) {
            case "ready" -> token = frame.path("token").asText(token);
            case "message" -> {
                if (!record.sees(ChatRecord.VISITOR, frame.path("seq").asLong(), shown(frame))) {
                    verdict().count(Figure.REPEATED_FRAMES);
                }
            }
            case "sent" ->
                    outbox.taken(frame.path("id").asText())
                            .ifPresent(it -> {
                                early = 0;
                                verdict().count(Figure.MESSAGES);
                                record.acknowledged(
                                        frame.path("seq").asLong(),
                                        new Message(it.id(), it.text()));
                            });
            case "ended" -> record.ended(ToldEnd.of(frame));
            case "error" -> onError(frame);
            default -> {
                // Typing, reading, the place in the queue: nothing that is judged here.
            }
        }
    }

    static Message shown(JsonNode frame) {
        JsonNode text = frame.path("text");
        return new Message(
                frame.path("id").asText(),
                text.isTextual() ? text.asText() : frame.path("file").path("name").asText());
    }

    private void onError(JsonNode frame) {
        String id = frame.path("id").asText();
        String code = frame.path("code").asText();
        boolean forNow =
                frame.path("retryable").asBoolean()
                        || code.equals(ErrorCode.NOT_FOUND.code()) && ++early < 5;
        outbox.refused(id, forNow, System.nanoTime()).ifPresent(it -> record.refused(it.id()));
    }

    @Override
    void onClosed(int code) {
        if (code == ErrorCode.SCOPE_LOST.closeCode()) {
            record.lost();
        } else if (code >= 4400 && code < 4500 && code != ErrorCode.TOKEN_MISSING.closeCode()) {
            record.over("closed with " + code);
        }
    }

    @Override
    void onTick(FrameSocket greeted) {
        outbox.due(System.nanoTime()).ifPresent(greeted::send);
        if (outbox.isOverdue(System.nanoTime())) {
            hangUp();
        }
    }

    @Override
    void onCut() {
        outbox.cut();
    }
}
