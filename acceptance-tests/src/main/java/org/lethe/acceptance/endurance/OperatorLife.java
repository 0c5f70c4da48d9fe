package org.lethe.acceptance.endurance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.lethe.acceptance.client.FrameSocket;
import org.lethe.acceptance.client.Gateway;
import org.lethe.acceptance.client.Json;
import org.lethe.acceptance.endurance.ChatRecord.Message;
import org.lethe.acceptance.endurance.Verdict.Figure;
import org.lethe.contracts.error.ErrorCode;

/**
 * One operator's console, over connections that come and go: takes whoever waits, answers some of
 * what is written, ends what is to be ended.
 */
final class OperatorLife extends LiveLine {

    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final String MESSAGE = " message ";
    private static final Duration AGAIN = Duration.ofSeconds(4);

    private final String user;
    private final Gateway gateway;
    private final Tokens tokens;
    private final Chronicle chronicle;
    private final Set<String> waiting = new HashSet<>();
    private final Map<String, Outbox> own = new HashMap<>();

    /** Whether the next list of own chats has all of them. */
    private boolean beginsAnew;

    private final Map<String, Integer> early = new HashMap<>();
    private long beaten;
    private long asked;

    OperatorLife(String user, Gateway gateway, Tokens tokens, Chronicle chronicle) {
        super(user, chronicle.verdict());
        this.user = user;
        this.gateway = gateway;
        this.tokens = tokens;
        this.chronicle = chronicle;
    }

    @Override
    FrameSocket connect() {
        ObjectNode hello = Json.frame("hello").put("token", tokens.of(user));
        ObjectNode after = hello.putObject("after");
        own.keySet().forEach(chat -> after.put(chat, chronicle.chat(chat).last(user)));
        FrameSocket socket = gateway.socket("/v1/desk/socket");
        // All is told anew, behind the greeting.
        waiting.clear();
        beginsAnew = true;
        return socket.send(hello);
    }

    @Override
    void onFrame(JsonNode frame) {
        String chat = frame.path("chat").asText();
        switch (frame.path("type").asText()) {
            case "queue" -> onQueue(frame);
            case "chats" -> onChats(frame);
            case "message" -> onMessage(chronicle.chat(chat), frame);
            case "sent" -> onSent(chronicle.chat(chat), frame);
            case "ended" -> {
                chronicle.chat(chat).ended(ToldEnd.of(frame));
                own.remove(chat);
            }
            case "error" -> onError(chat, frame);
            default -> {
                // Who types, reads, has left; and answers to heartbeats.
            }
        }
    }

    private void onQueue(JsonNode frame) {
        frame.path("chats").valueStream().forEach(it -> waiting.add(it.path("chat").asText()));
        frame.path("gone").valueStream().forEach(it -> waiting.remove(it.asText()));
    }

    private void onChats(JsonNode frame) {
        var listed = new HashSet<String>();
        frame.path("chats").valueStream().forEach(it -> listed.add(it.path("chat").asText()));
        if (beginsAnew) {
            own.keySet().retainAll(listed);
            beginsAnew = false;
        }
        frame.path("gone").valueStream().forEach(it -> own.remove(it.asText()));
        for (String chat : listed) {
            own.computeIfAbsent(chat, id -> new Outbox());
            chronicle.chat(chat).owned(user);
        }
        waiting.removeAll(listed);
    }

    private void onMessage(ChatRecord chat, JsonNode frame) {
        long seq = frame.path("seq").asLong();
        Message message = VisitorChat.shown(frame);
        Outbox outbox = own.get(chat.chat());
        boolean fromVisitor = frame.path("from").asText().equals("visitor");
        // Before it counts as seen: a chat with nothing on its way may be ended.
        if (outbox != null && fromVisitor && seq > chat.last(user) && isToBeAnswered(message)) {
            String answer = message.text().replace(MESSAGE, " answer ");
            ObjectNode send = Json.frame("send").put("chat", chat.chat()).put("text", answer);
            chat.wrote(outbox.write(answer, send).id());
        }
        if (!chat.sees(user, seq, message)) {
            verdict().count(Figure.REPEATED_FRAMES);
        }
    }

    /** More than every second one, the same in each run, and no file. */
    private static boolean isToBeAnswered(Message message) {
        return message.text().contains(MESSAGE) && Math.floorMod(message.text().hashCode(), 5) < 3;
    }

    private void onSent(ChatRecord chat, JsonNode frame) {
        Outbox outbox = own.get(chat.chat());
        if (outbox != null) {
            outbox.taken(frame.path("id").asText())
                    .ifPresent(it -> {
                        early.remove(chat.chat());
                        verdict().count(Figure.MESSAGES);
                        chat.acknowledged(
                                frame.path("seq").asLong(), new Message(it.id(), it.text()));
                    });
        }
    }

    private void onError(String chat, JsonNode frame) {
        String code = frame.path("code").asText();
        if (chat.isEmpty()) {
            return;
        }
        if (code.equals(ErrorCode.SCOPE_LOST.code())) {
            chronicle.chat(chat).lost();
            own.remove(chat);
            return;
        }
        Outbox outbox = own.get(chat);
        if (outbox != null) {
            boolean tooEarly =
                    code.equals(ErrorCode.NOT_FOUND.code())
                            && early.merge(chat, 1, Integer::sum) < 8;
            boolean forNow = frame.path("retryable").asBoolean() || tooEarly;
            outbox.refused(frame.path("id").asText(), forNow, System.nanoTime())
                    .ifPresent(it -> chronicle.chat(chat).refused(it.id()));
        }
    }

    @Override
    void onClosed(int code) {
        if (code == ErrorCode.TOKEN_INVALID.closeCode()
                || code == ErrorCode.TOKEN_EXPIRED.closeCode()) {
            tokens.forget(user);
        }
    }

    @Override
    void onTick(FrameSocket greeted) {
        long now = System.nanoTime();
        own.values().forEach(outbox -> outbox.due(now).ifPresent(greeted::send));
        if (now - beaten > HEARTBEAT.toNanos()) {
            beaten = now;
            greeted.send(Json.frame("heartbeat"));
        }
        if (now - asked > AGAIN.toNanos()) {
            asked = now;
            waiting.forEach(chat -> greeted.send(Json.frame("accept").put("chat", chat)));
            own.keySet().stream()
                    .filter(chat -> chronicle.chat(chat).isToBeEnded())
                    .forEach(chat -> greeted.send(Json.frame("end").put("chat", chat)));
        }
        boolean overdue = own.values().stream().anyMatch(outbox -> outbox.isOverdue(now));
        if (overdue || silence().compareTo(HEARTBEAT.plus(SILENCE)) > 0) {
            hangUp();
        }
    }

    @Override
    void onCut() {
        own.values().forEach(Outbox::cut);
    }
}
