package org.lethe.chat.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.frame.ChatServerFrame;
import org.lethe.contracts.frame.ChatState;
import org.lethe.contracts.frame.DestroyedView;
import org.lethe.contracts.frame.Speaker;
import org.lethe.contracts.personal.PersonName;

/** Writes down what it hears. */
final class HeardChat implements ChatListener {

    private final List<String> heard = new ArrayList<>();

    List<String> all() {
        return List.copyOf(heard);
    }

    List<String> messages() {
        return heard.stream().filter(line -> line.startsWith("message")).toList();
    }

    String last() {
        return heard.getLast();
    }

    @Override
    public void onJoined(ChatState state, long seq, @Nullable PersonName operatorName) {
        heard.add("joined " + state.code() + " " + seq);
    }

    @Override
    public void onMessage(ChatServerFrame.Message message) {
        var text = message.text();
        var name = message.name();
        heard.add(
                "message %d %s: %s"
                        .formatted(
                                message.seq(),
                                name == null ? "?" : name.reveal(),
                                text == null ? "" : text.reveal()));
    }

    @Override
    public void onTyping(Author author, boolean on) {
        heard.add("typing " + author.speaker().code() + " " + on);
    }

    @Override
    public void onRead(Speaker by, long seq) {
        heard.add("read " + by.code() + " " + seq);
    }

    @Override
    public void onLeft(Optional<Instant> since) {
        heard.add(since.isPresent() ? "left" : "there");
    }

    @Override
    public void onMoved(ChatState state, @Nullable PersonName operatorName) {
        heard.add(
                "moved "
                        + state.code()
                        + (operatorName == null ? "" : " " + operatorName.reveal()));
    }

    @Override
    public void onEnded(EndReason reason, DestroyedView destroyed) {
        heard.add("ended " + reason.code() + " " + destroyed.messages());
    }

    @Override
    public void onLost() {
        heard.add("lost");
    }

    @Override
    public void onUnseen() {
        heard.add("unseen");
    }
}
