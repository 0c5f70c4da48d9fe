package org.lethe.contracts.chat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.lethe.contracts.id.ClientMessageId;

/**
 * A message as it lies in the log and passes through the chat's channel: a line that tells when it
 * was stored and who wrote it, then what they wrote, sealed.
 *
 * @param seq from 1, without gaps
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and copied by nobody
public record LogEntry(long seq, Instant at, Author author, ClientMessageId id, byte[] sealed) {
    private static final int FIELDS = 4;

    public byte[] bytes() {
        byte[] head =
                "%d %d %s %s\n"
                        .formatted(seq, at.toEpochMilli(), author.code(), id.value())
                        .getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = Arrays.copyOf(head, head.length + sealed.length);
        System.arraycopy(sealed, 0, bytes, head.length, sealed.length);
        return bytes;
    }

    /** Reads what the append script wrote: {@code <seq> <ms> <author> <id>\n<sealed>}. */
    public static LogEntry parse(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        String[] head = new String(bytes, 0, end, StandardCharsets.US_ASCII).split(" ", -1);
        if (end == bytes.length || head.length != FIELDS) {
            throw new IllegalArgumentException("not an entry of the log");
        }
        return new LogEntry(
                Long.parseLong(head[0]),
                Instant.ofEpochMilli(Long.parseLong(head[1])),
                Author.parse(head[2]),
                new ClientMessageId(head[3]),
                Arrays.copyOfRange(bytes, end + 1, bytes.length));
    }

    /** What a sealed message is bound to: it can't be passed off as another's. */
    public String place() {
        return place(author, id);
    }

    public static String place(Author author, ClientMessageId id) {
        return author.code() + ":" + id.value();
    }
}
