package org.lethe.contracts.signal;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.lethe.contracts.Examples.AT;
import static org.lethe.contracts.Examples.CHAT;
import static org.lethe.contracts.Examples.MESSAGE;
import static org.lethe.contracts.Examples.OPERATOR;
import static org.lethe.contracts.Examples.VISIT;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lethe.contracts.Golden;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.chat.LogEntry;
import org.lethe.contracts.event.DestroyReason;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.frame.ChatState;
import org.lethe.contracts.frame.Speaker;

class SignalTest {

    private static final Map<String, Signal> EXAMPLES =
            Map.ofEntries(
                    entry("chat-appended", appended(7, Author.VISITOR)),
                    entry("chat-appended-by-operator", appended(8, new Author.Operator(OPERATOR))),
                    entry("chat-typing", new ChatSignal.Typing(Author.VISITOR, true)),
                    entry("chat-read", new ChatSignal.Read(Speaker.OPERATOR, 12)),
                    entry(
                            "chat-moved",
                            new ChatSignal.Moved(ChatState.ACTIVE, Optional.of("c2VhbGVk"))),
                    entry(
                            "chat-moved-to-ending",
                            new ChatSignal.Moved(ChatState.ENDING, Optional.empty())),
                    entry("chat-left", new ChatSignal.Left(Optional.of(AT))),
                    entry("chat-back", new ChatSignal.Left(Optional.empty())),
                    entry(
                            "chat-ended",
                            new ChatSignal.Ended(new Farewell(EndReason.IDLE, 3, 1, AT))),
                    entry(
                            "desk-queued",
                            new DeskSignal.Moved(
                                    CHAT, ChatState.QUEUED, AT, VISIT, Optional.empty())),
                    entry(
                            "desk-active",
                            new DeskSignal.Moved(
                                    CHAT, ChatState.ACTIVE, AT, VISIT, Optional.of(OPERATOR))),
                    entry("desk-ended", new DeskSignal.Ended(CHAT)),
                    entry("destruction", new Destruction.Whole(VISIT, DestroyReason.LEFT)),
                    entry("destruction-of-address", new Destruction.AddressAlone(CHAT)),
                    entry("visit-changed", new VisitChanged(VISIT)),
                    entry("outbox-filled", new OutboxFilled(7)));

    @ParameterizedTest
    @MethodSource("examples")
    void hasAGoldenForm(Map.Entry<String, Signal> example) {
        Signal signal = example.getValue();
        Golden.assertText("signals/" + example.getKey(), text(signal.bytes()));

        // A message has bytes, which are the same in no two records.
        assertThat(parsed(signal)).usingRecursiveComparison().isEqualTo(signal);
    }

    @Test
    void hasAnExampleOfEachKind() {
        assertThat(EXAMPLES.values())
                .<Class<?>>extracting(Object::getClass)
                .containsAll(kinds(Signal.class).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x y z",
                "r operator twelve",
                "e idle 3",
                "s somewhere -",
                "t v",
                "t v 1 2"
            })
    void ignoresWhatAChatDoesNotKnow(String unknown) {
        assertThat(ChatSignal.parse(bytes(unknown))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gone", "c05 ended", "c05 left", "a b c d e"})
    void refusesWhatIsNoSignal(String nonsense) {
        assertThatIllegalArgumentException().isThrownBy(() -> DeskSignal.parse(bytes(nonsense)));
        assertThatIllegalArgumentException().isThrownBy(() -> Destruction.parse(bytes(nonsense)));
        assertThatIllegalArgumentException().isThrownBy(() -> VisitChanged.parse(bytes(nonsense)));
        assertThatIllegalArgumentException().isThrownBy(() -> OutboxFilled.parse(bytes(nonsense)));
    }

    @Test
    void aDestructionIsHeardWhateverItsReason() {
        assertThat(Destruction.parse(bytes(VISIT + " of-a-later-version")))
                .isInstanceOfSatisfying(
                        Destruction.Whole.class,
                        whole -> assertThat(whole.scope()).isEqualTo(VISIT));
    }

    static List<Map.Entry<String, Signal>> examples() {
        return List.copyOf(EXAMPLES.entrySet());
    }

    private static Signal parsed(Signal signal) {
        byte[] bytes = signal.bytes();
        return switch (signal) {
            case ChatSignal _ -> ChatSignal.parse(bytes).orElseThrow();
            case DeskSignal _ -> DeskSignal.parse(bytes);
            case Destruction _ -> Destruction.parse(bytes);
            case OutboxFilled _ -> OutboxFilled.parse(bytes);
            case VisitChanged _ -> VisitChanged.parse(bytes);
        };
    }

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(SignalTest::kinds)
                : Stream.of(type);
    }

    private static ChatSignal appended(long seq, Author author) {
        return new ChatSignal.Appended(
                new LogEntry(seq, AT, author, MESSAGE, bytes("sealed bytes")));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
