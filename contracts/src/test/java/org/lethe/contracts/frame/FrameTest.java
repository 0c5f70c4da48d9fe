package org.lethe.contracts.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.contracts.Golden;
import org.lethe.contracts.WireFormat;

class FrameTest {

    private static final Map<Class<? extends Frame>, Map<String, ? extends Frame>> SOCKETS =
            Map.of(
                    VisitClientFrame.class, FrameExamples.VISIT_CLIENT,
                    VisitServerFrame.class, FrameExamples.VISIT_SERVER,
                    VisitorsClientFrame.class, FrameExamples.VISITORS_CLIENT,
                    VisitorsServerFrame.class, FrameExamples.VISITORS_SERVER,
                    ChatClientFrame.class, FrameExamples.CHAT_CLIENT,
                    ChatServerFrame.class, FrameExamples.CHAT_SERVER,
                    DeskClientFrame.class, FrameExamples.DESK_CLIENT,
                    DeskServerFrame.class, FrameExamples.DESK_SERVER);

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("frames")
    void writesTheGoldenForm(Class<? extends Frame> socket, String type, Frame frame) {
        Golden.assertWire(golden(socket, type), frame);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("frames")
    void readsTheGoldenForm(Class<? extends Frame> socket, String type, Frame frame)
            throws IOException {
        byte[] json = Golden.read(golden(socket, type));

        assertThat(WireFormat.mapper().readValue(json, socket)).isEqualTo(frame);
        assertThat(WireFormat.mapper().readTree(json).path("type").asText()).isEqualTo(type);
    }

    @ParameterizedTest
    @MethodSource("sockets")
    void hasAnExampleOfEachFrame(Class<? extends Frame> socket) {
        assertThat(SOCKETS.getOrDefault(socket, Map.of()).values())
                .extracting(Object::getClass)
                .containsExactlyInAnyOrder(socket.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("sockets")
    void declaresEachFrameToJackson(Class<? extends Frame> socket) {
        JsonSubTypes declared = socket.getAnnotation(JsonSubTypes.class);

        assertThat(declared.value())
                .extracting(JsonSubTypes.Type::value)
                .containsExactlyInAnyOrder(socket.getPermittedSubclasses());
        assertThat(socket.getPermittedSubclasses())
                .allMatch(frame -> frame.isAnnotationPresent(JsonTypeName.class));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("frames")
    void printsNothingOfAPerson(Class<? extends Frame> socket, String type, Frame frame) {
        assertThat(frame.toString())
                .doesNotContain(
                        "Vera", "vera@", "192.0.2.7", "shop.example", "=Hello", "eyJ0", "gold");
    }

    @Test
    void ignoresUnknownProperties() throws JsonProcessingException {
        assertThat(read("{\"type\":\"typing\",\"on\":true,\"mood\":{\"a\":[1]}}"))
                .isEqualTo(new ChatClientFrame.Typing(true));
    }

    @Test
    void letsWhatIsOptionalBeAbsentOrNull() throws JsonProcessingException {
        String start = "{\"type\":\"send\",\"id\":\"m_0123456789\",";
        assertThat(read(start + "\"text\":\"a\"}"))
                .isEqualTo(read(start + "\"text\":\"a\",\"file\":null}"));
        assertThat(((ChatClientFrame.Hello) read("{\"type\":\"hello\",\"token\":\"t\"}")).seen())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "\"hello\"",
                "{\"type\":\"dance\"}",
                "{\"type\":null}",
                "{\"type\":\"typing\"}",
                "{\"type\":\"typing\",\"on\":null}",
                "{\"type\":\"typing\",\"on\":true}{}",
                "{\"type\":\"typing\",\"on\":true,\"on\":false}",
                "{\"type\":\"hello\"}",
                "{\"type\":\"hello\",\"token\":null}",
                "{\"type\":\"hello\",\"token\":\"\"}",
                "{\"type\":\"read\",\"seq\":\"many\"}",
                "{\"type\":\"send\",\"id\":\"no\",\"text\":\"a\"}",
                "{\"type\":\"send\",\"id\":\"m_0123456789\",\"text\":[\"a\"]}",
            })
    void refusesWhatIsNoFrame(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void refusesDepthThatNoFrameHas() {
        String deep =
                "{\"type\":\"typing\",\"on\":true,\"x\":" + "[".repeat(100) + "]".repeat(100) + "}";

        assertThatThrownBy(() -> read(deep)).isInstanceOf(JsonProcessingException.class);
    }

    static Stream<Class<? extends Frame>> sockets() {
        return SOCKETS.keySet().stream();
    }

    static Stream<Arguments> frames() {
        return SOCKETS.entrySet().stream()
                .flatMap(socket ->
                        socket.getValue().entrySet().stream()
                                .map(frame ->
                                        Arguments.of(
                                                socket.getKey(),
                                                frame.getKey(),
                                                frame.getValue())));
    }

    private static ChatClientFrame read(String json) throws JsonProcessingException {
        return WireFormat.mapper().readValue(json, ChatClientFrame.class);
    }

    private static String golden(Class<?> socket, String type) {
        String name = socket.getSimpleName().replace("Frame", "");
        return "frames/"
                + String.join("-", Arrays.asList(name.split("(?=[A-Z])"))).toLowerCase(Locale.ROOT)
                + "/"
                + type;
    }
}
