package org.lethe.runtime.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.ChatClientFrame;
import org.lethe.contracts.frame.ErrorFrame;
import org.lethe.runtime.problem.Refusal;

class FrameCodecTest {

    @Test
    void readsAndWritesFrames() {
        assertThat(FrameCodec.read(ChatClientFrame.class, "{\"type\":\"end\"}"))
                .isEqualTo(new ChatClientFrame.End());
        assertThat(FrameCodec.write(ErrorFrame.of(ErrorCode.UNAVAILABLE)))
                .isEqualTo("{\"type\":\"error\",\"code\":\"unavailable\",\"retryable\":true}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{", "[]", "7", "{\"type\":\"Vera\"}", "{\"on\":true}"})
    void refusesEverythingElseWithoutQuotingIt(String text) {
        assertThatThrownBy(() -> FrameCodec.read(ChatClientFrame.class, text))
                .isInstanceOf(Refusal.class)
                .hasMessage("malformed")
                .hasNoCause();
    }
}
