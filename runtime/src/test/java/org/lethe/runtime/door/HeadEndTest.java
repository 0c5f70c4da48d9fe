package org.lethe.runtime.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadEndTest {

    private final HeadEnd end = new HeadEnd();

    @Test
    void isTheEmptyLine() {
        assertThat(end.isIn(bytes("GET / HTTP/1.1\r\nHost: a\r\n"))).isFalse();
        assertThat(end.isIn(bytes("\r\n"))).isTrue();
    }

    @Test
    void isFoundInASingleByteEach() {
        String head = "POST /v1/visits HTTP/1.1\nHost: a\n\n";
        for (int i = 0; i < head.length() - 1; i++) {
            assertThat(end.isIn(bytes(head.substring(i, i + 1)))).isFalse();
        }
        assertThat(end.isIn(bytes("\n"))).isTrue();
    }

    @Test
    void takesNothingAway() {
        ByteBuf bytes = bytes("GET / HTTP/1.1\r\n\r\nbody");

        assertThat(end.isIn(bytes)).isTrue();

        assertThat(bytes.toString(StandardCharsets.US_ASCII))
                .isEqualTo("GET / HTTP/1.1\r\n\r\nbody");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n\r\n", "\n\n\n", " \r\n\t\r\n\0"})
    void isNotWhatStandsBeforeTheRequest(String before) {
        assertThat(end.isIn(bytes(before))).isFalse();
        assertThat(end.isIn(bytes("GET / HTTP/1.1\r\n"))).isFalse();
        assertThat(end.isIn(bytes("\r\n"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GET /q/health/live HTTP/1.1\r\n\r\n", "\r\nGET /q/metrics HTTP/1.1\n\n"})
    void knowsWhoAsksAfterOurselves(String head) {
        assertThat(end.isIn(bytes(head))).isTrue();
        assertThat(end.isOfOurselves()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /qq HTTP/1.1\r\n\r\n", "POST /q/x HTTP/1.1\r\n\r\n", "GET\n\n"})
    void knowsWhoDoesNot(String head) {
        assertThat(end.isIn(bytes(head))).isTrue();
        assertThat(end.isOfOurselves()).isFalse();
    }

    private static ByteBuf bytes(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII);
    }
}
