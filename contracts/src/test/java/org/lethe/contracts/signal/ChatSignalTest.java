package org.lethe.contracts.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.frame.ChatState;
import org.lethe.contracts.frame.Speaker;

class ChatSignalTest {

    @Test
    void readsWhatScriptsPublish() {
        assertThat(parse("s active c2VhbGVk"))
                .contains(new ChatSignal.Moved(ChatState.ACTIVE, Optional.of("c2VhbGVk")));
        assertThat(parse("s ending -"))
                .contains(new ChatSignal.Moved(ChatState.ENDING, Optional.empty()));
        assertThat(parse("r operator 12")).contains(new ChatSignal.Read(Speaker.OPERATOR, 12));
        assertThat(parse("e idle 3 1 5000"))
                .contains(
                        new ChatSignal.Ended(
                                new Farewell(EndReason.IDLE, 3, 1, Instant.ofEpochMilli(5000))));
        assertThat(parse("m 1 2 v message-1\nsealed"))
                .get()
                .isInstanceOf(ChatSignal.Appended.class);
    }

    @Test
    void readsTypingBack() {
        assertThat(ChatSignal.parse(ChatSignal.typing(Author.VISITOR, true)))
                .contains(new ChatSignal.Typing(Author.VISITOR, true));
    }

    @Test
    void ignoresWhatItDoesNotKnow() {
        assertThat(parse("")).isEmpty();
        assertThat(parse("x y z")).isEmpty();
        assertThat(parse("r operator twelve")).isEmpty();
        assertThat(parse("e idle 3")).isEmpty();
        assertThat(parse("s somewhere -")).isEmpty();
    }

    private static Optional<ChatSignal> parse(String signal) {
        return ChatSignal.parse(signal.getBytes(StandardCharsets.UTF_8));
    }
}
