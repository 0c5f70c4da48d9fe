package org.lethe.runtime.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.frame.ChatClientFrame;
import org.lethe.contracts.frame.DeskClientFrame;
import org.lethe.contracts.frame.ErrorFrame;
import org.lethe.contracts.frame.VisitClientFrame;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.runtime.problem.Refusal;

class FrameCodecTest {

    private static final String CHAT = "c05-k3f9-4tqz80f2v7n3m6c1x9b5k0d4gh";

    @Test
    void readsAndWritesFrames() {
        assertThat(FrameCodec.read(ChatClientFrame.class, "{\"type\":\"end\"}"))
                .isEqualTo(new Incoming.Legible<>(new ChatClientFrame.End()));
        assertThat(FrameCodec.write(ErrorFrame.of(ErrorCode.UNAVAILABLE)))
                .isEqualTo("{\"type\":\"error\",\"code\":\"unavailable\",\"retryable\":true}");
    }

    @Test
    void answersATextThatItsFieldDoesNotTake() {
        assertThat(FrameCodec.read(ChatClientFrame.class, send("", "x".repeat(4_001))))
                .isEqualTo(unacceptable(ErrorCode.TOO_LARGE, null));
        assertThat(FrameCodec.read(DeskClientFrame.class, send("\"chat\":\"" + CHAT + "\",", " ")))
                .isEqualTo(unacceptable(ErrorCode.MALFORMED, ChatId.of(CHAT)));
        assertThat(
                        FrameCodec.read(
                                VisitClientFrame.class,
                                "{\"type\":\"page\",\"url\":\"about:blank\"}"))
                .isEqualTo(new Incoming.Unacceptable<>(ErrorFrame.of(ErrorCode.MALFORMED)));
    }

    /** A newer page must live through an update of the services. */
    @Test
    void answersWhatItDoesNotKnow() {
        assertThat(
                        FrameCodec.read(
                                DeskClientFrame.class,
                                "{\"type\":\"dance\",\"chat\":\"" + CHAT + "\",\"steps\":[1,2]}"))
                .isEqualTo(
                        new Incoming.Unacceptable<>(
                                ErrorFrame.of(ErrorCode.FRAME_UNKNOWN, ChatId.of(CHAT), null)));
        assertThat(FrameCodec.read(ChatClientFrame.class, "{\"on\":true}"))
                .isEqualTo(new Incoming.Unacceptable<>(ErrorFrame.of(ErrorCode.FRAME_UNKNOWN)));
        assertThat(FrameCodec.read(ChatClientFrame.class, "{\"type\":\"typing\",\"on\":{}}"))
                .isEqualTo(new Incoming.Unacceptable<>(ErrorFrame.of(ErrorCode.MALFORMED)));
        assertThat(FrameCodec.read(DeskClientFrame.class, "{\"type\":\"end\",\"chat\":7}"))
                .isEqualTo(new Incoming.Unacceptable<>(ErrorFrame.of(ErrorCode.MALFORMED)));
    }

    @Test
    void passesOverFieldsThatItDoesNotKnow() {
        assertThat(
                        FrameCodec.read(
                                ChatClientFrame.class,
                                "{\"type\":\"typing\",\"on\":true,\"hand\":\"left\"}"))
                .isEqualTo(new Incoming.Legible<>(new ChatClientFrame.Typing(true)));
    }

    private static Incoming<?> unacceptable(ErrorCode code, @Nullable ChatId chat) {
        return new Incoming.Unacceptable<>(
                ErrorFrame.of(code, chat, ClientMessageId.of("m_0123456789")));
    }

    private static String send(String chat, String text) {
        return "{\"type\":\"send\"," + chat + "\"id\":\"m_0123456789\",\"text\":\"" + text + "\"}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{", "[]", "7", "{\"type\":\"end\"} x"})
    void refusesEverythingElseWithoutQuotingIt(String text) {
        assertThatThrownBy(() -> FrameCodec.read(ChatClientFrame.class, text))
                .isInstanceOf(Refusal.class)
                .hasMessage("malformed")
                .hasNoCause();
    }
}
