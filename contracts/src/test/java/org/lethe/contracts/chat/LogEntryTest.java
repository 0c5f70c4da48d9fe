package org.lethe.contracts.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.frame.Speaker;

class LogEntryTest {

    @Test
    void readsWhatTheScriptWrites() {
        LogEntry entry = LogEntry.parse(bytes("7 1700000000123 v message-1\nsealed\nbytes"));

        assertThat(entry.seq()).isEqualTo(7);
        assertThat(entry.at()).isEqualTo(Instant.ofEpochMilli(1_700_000_000_123L));
        assertThat(entry.author()).isEqualTo(Author.VISITOR);
        assertThat(new String(entry.sealed(), StandardCharsets.UTF_8)).isEqualTo("sealed\nbytes");
    }

    @Test
    void bindsWhatIsSealedToAuthorAndId() {
        LogEntry ofOperator =
                LogEntry.parse(bytes("1 2 o:7651f7fd-289c-498f-b1a2-a8dacb1ddc38 message-1\n"));
        LogEntry ofVisitor = LogEntry.parse(bytes("1 2 v message-1\n"));

        assertThat(ofOperator.author().speaker()).isEqualTo(Speaker.OPERATOR);
        assertThat(ofOperator.place()).isNotEqualTo(ofVisitor.place());
        assertThat(ofVisitor.place()).isEqualTo("v:message-1");
    }

    @Test
    void refusesWhatIsNoEntry() {
        assertThatThrownBy(() -> LogEntry.parse(bytes("7 8 v message-1")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LogEntry.parse(bytes("7 8 x message-1\n")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LogEntry.parse(bytes("7 v message-1\n")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
