package org.lethe.gdpr.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LoggedMessageTest {

    @Test
    void readsWhatTheChatLogs() {
        byte[] entry =
                "7 1767323045678 v client-id\nsealed\nbytes".getBytes(StandardCharsets.UTF_8);

        LoggedMessage message = LoggedMessage.parse(entry);

        assertThat(message.seq()).isEqualTo(7);
        assertThat(message.at().toEpochMilli()).isEqualTo(1767323045678L);
        assertThat(message.from()).isEqualTo("visitor");
        assertThat(message.sealedAs()).isEqualTo("message:v:client-id");
        assertThat(message.sealed()).asString(StandardCharsets.UTF_8).isEqualTo("sealed\nbytes");
    }

    @Test
    void refusesAnythingElse() {
        byte[] entry = "7 1767323045678 v".getBytes(StandardCharsets.UTF_8);

        assertThatIllegalArgumentException().isThrownBy(() -> LoggedMessage.parse(entry));
    }
}
