package org.lethe.contracts.signal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.Coded;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.chat.LogEntry;
import org.lethe.contracts.frame.ChatState;
import org.lethe.contracts.frame.Speaker;

/** What passes through the channel of a chat: sealed, or no personal data. */
public sealed interface ChatSignal {

    /** A message was stored. */
    record Appended(LogEntry entry) implements ChatSignal {}

    /** Somebody writes, or stopped; kept nowhere. */
    record Typing(Author author, boolean on) implements ChatSignal {}

    record Read(Speaker by, long seq) implements ChatSignal {}

    /**
     * The chat moved on.
     *
     * @param sealedOperatorName in base64
     */
    record Moved(ChatState state, Optional<String> sealedOperatorName) implements ChatSignal {}

    record Ended(Farewell farewell) implements ChatSignal {}

    static byte[] typing(Author author, boolean on) {
        return ("t " + author.code() + " " + (on ? "1" : "0")).getBytes(StandardCharsets.US_ASCII);
    }

    /** Reads what the scripts and {@link #typing} publish; empty if it is nothing of that. */
    static Optional<ChatSignal> parse(byte[] bytes) {
        if (bytes.length < 3 || bytes[1] != ' ') {
            return Optional.empty();
        }
        try {
            if (bytes[0] == 'm') {
                byte[] entry = Arrays.copyOfRange(bytes, 2, bytes.length);
                return Optional.of(new Appended(LogEntry.parse(entry)));
            }
            String rest = new String(bytes, 2, bytes.length - 2, StandardCharsets.US_ASCII);
            return Optional.ofNullable(parse((char) bytes[0], rest.split(" ", -1)));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static @Nullable ChatSignal parse(char type, String[] parts) {
        return switch (type) {
            case 't' -> new Typing(Author.parse(parts[0]), parts[1].equals("1"));
            case 'r' -> new Read(Coded.of(Speaker.class, parts[0]), Long.parseLong(parts[1]));
            case 's' ->
                    new Moved(
                            Coded.of(ChatState.class, parts[0]),
                            Optional.of(parts[1]).filter(name -> !name.equals("-")));
            case 'e' -> new Ended(Farewell.parse(String.join(" ", parts)));
            default -> null;
        };
    }
}
