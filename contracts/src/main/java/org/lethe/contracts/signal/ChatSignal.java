package org.lethe.contracts.signal;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.Coded;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.chat.LogEntry;
import org.lethe.contracts.frame.ChatState;
import org.lethe.contracts.frame.Speaker;

/** What passes through the channel of a chat: sealed, or no personal data. */
public sealed interface ChatSignal extends Signal {

    /** A message was stored. */
    record Appended(LogEntry entry) implements ChatSignal {

        @Override
        public byte[] bytes() {
            return ChatSignal.of('m', entry.bytes());
        }
    }

    /** Somebody writes, or stopped; kept nowhere. */
    record Typing(Author author, boolean on) implements ChatSignal {

        @Override
        public byte[] bytes() {
            return ChatSignal.of('t', Words.write(author.code(), on ? 1 : 0));
        }
    }

    record Read(Speaker by, long seq) implements ChatSignal {

        @Override
        public byte[] bytes() {
            return ChatSignal.of('r', Words.write(by.code(), seq));
        }
    }

    /**
     * The chat moved on.
     *
     * @param sealedOperatorName in base64
     */
    record Moved(ChatState state, Optional<String> sealedOperatorName) implements ChatSignal {

        @Override
        public byte[] bytes() {
            return ChatSignal.of('s', Words.write(state.code(), Words.orNone(sealedOperatorName)));
        }
    }

    /**
     * The visitor's last page in the chat is gone, or one is back.
     *
     * @param since when; empty when one is back
     */
    record Left(Optional<Instant> since) implements ChatSignal {

        @Override
        public byte[] bytes() {
            return ChatSignal.of('l', Words.write(Words.orNone(since.map(Instant::toEpochMilli))));
        }
    }

    record Ended(Farewell farewell) implements ChatSignal {

        @Override
        public byte[] bytes() {
            return ChatSignal.of('e', farewell.bytes());
        }
    }

    /** Empty if it is nothing of that. */
    static Optional<ChatSignal> parse(byte[] bytes) {
        if (bytes.length < 3 || bytes[1] != ' ') {
            return Optional.empty();
        }
        try {
            byte[] rest = Arrays.copyOfRange(bytes, 2, bytes.length);
            return Optional.ofNullable(parse((char) bytes[0], rest));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static @Nullable ChatSignal parse(char type, byte[] rest) {
        return switch (type) {
            case 'm' -> new Appended(LogEntry.parse(rest));
            case 't' -> {
                String[] words = Words.read(rest, 2);
                yield new Typing(Author.parse(words[0]), words[1].equals("1"));
            }
            case 'r' -> {
                String[] words = Words.read(rest, 2);
                yield new Read(Coded.of(Speaker.class, words[0]), Long.parseLong(words[1]));
            }
            case 's' -> {
                String[] words = Words.read(rest, 2);
                yield new Moved(Coded.of(ChatState.class, words[0]), Words.unlessNone(words[1]));
            }
            case 'l' ->
                    new Left(
                            Words.unlessNone(Words.read(rest, 1)[0])
                                    .map(Long::parseLong)
                                    .map(Instant::ofEpochMilli));
            case 'e' -> new Ended(Farewell.parse(rest));
            default -> null;
        };
    }

    private static byte[] of(char type, byte[] rest) {
        byte[] bytes = new byte[rest.length + 2];
        bytes[0] = (byte) type;
        bytes[1] = ' ';
        System.arraycopy(rest, 0, bytes, 2, rest.length);
        return bytes;
    }
}
