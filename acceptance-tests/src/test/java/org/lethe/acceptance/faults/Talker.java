package org.lethe.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lethe.acceptance.client.FrameSocket;
import org.lethe.acceptance.client.Json;
import org.lethe.acceptance.client.Pause;
import org.lethe.acceptance.client.UnexpectedAnswer;
import org.lethe.acceptance.client.VisitorClient;

/**
 * A visitor who says one word after the other. What was not acknowledged is said again, under the
 * same id, once there is a connection again: as the widget does.
 */
final class Talker implements AutoCloseable {

    /** Fewer than a visitor may send. */
    private static final Duration BETWEEN = Duration.ofMillis(1_200);

    private static final Duration RETRY = Duration.ofMillis(100);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final VisitorClient visitor;
    private final String unique;
    private final List<String> acknowledged = new CopyOnWriteArrayList<>();
    private final Thread thread = Thread.ofPlatform().daemon().unstarted(this::talk);
    private volatile boolean ending;
    private volatile String lastFailure = "none";

    private Talker(VisitorClient visitor, String unique) {
        this.visitor = visitor;
        this.unique = unique;
    }

    static Talker of(VisitorClient visitor, String unique) {
        var talker = new Talker(visitor, unique);
        talker.thread.start();
        return talker;
    }

    /** Waits until something that is said from now on was acknowledged. */
    void awaitAnother() {
        int before = acknowledged.size();
        // The next may have been said already.
        assertThat(Pause.until(PATIENCE, () -> acknowledged.size() > before + 1))
                .as("is heard while one is away; last: %s", lastFailure)
                .isTrue();
    }

    /** What was acknowledged in all, in this order. */
    List<String> stop() {
        close();
        return List.copyOf(acknowledged);
    }

    @Override
    public void close() {
        ending = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Those of its words that the chat holds, as its visitor is told on a new connection. */
    static List<String> heardBy(VisitorClient visitor, String unique) {
        long last = visitor.connectChat(0).path("seq").asLong();
        FrameSocket socket = visitor.chatSocket();
        JsonNode end = socket.await("message", frame -> frame.path("seq").asLong() == last);
        return Stream.concat(socket.unread().stream(), Stream.of(end))
                .filter(frame -> frame.path("type").asText().equals("message"))
                .flatMap(frame -> words(frame.path("text").asText(), unique).stream())
                .toList();
    }

    /** Those of its words that stand in a text. */
    static List<String> words(String text, String unique) {
        return Pattern.compile(Pattern.quote(unique) + " word \\d+")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private void talk() {
        for (int number = 1; !ending; number++) {
            String text = unique + " word " + number;
            JsonNode frame =
                    Json.frame("send").put("id", UUID.randomUUID().toString()).put("text", text);
            while (!isAcknowledged(frame)) {
                if (ending) {
                    return;
                }
                Pause.of(RETRY);
            }
            acknowledged.add(text);
            Pause.of(BETWEEN);
        }
    }

    private boolean isAcknowledged(JsonNode frame) {
        String id = frame.path("id").asText();
        try {
            visitor.chatSocket().send(frame);
            Optional<JsonNode> answer =
                    visitor.chatSocket()
                            .await(
                                    told ->
                                            isError(told)
                                                    || isSent(told)
                                                            && told.path("id").asText().equals(id),
                                    ANSWER);
            answer.filter(told -> !isSent(told)).ifPresent(told -> lastFailure = told.toString());
            return answer.isPresent() ? isSent(answer.get()) : reconnect();
        } catch (UnexpectedAnswer cut) {
            return reconnect();
        }
    }

    private static boolean isError(JsonNode frame) {
        return frame.path("type").asText().equals("error");
    }

    private static boolean isSent(JsonNode frame) {
        return frame.path("type").asText().equals("sent");
    }

    /** Never says that anything was acknowledged: the word is said again. */
    private boolean reconnect() {
        try {
            visitor.connectChat(0);
        } catch (UnexpectedAnswer away) {
            // The next attempt may be better.
            lastFailure = away + " by " + away.getCause();
        }
        return false;
    }
}
