package org.lethe.gdpr.access;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/** A message as chat-service logs it: {@code <seq> <ms> <author> <id>\n<sealed>}. */
@SuppressWarnings("ArrayRecordComponent")
record LoggedMessage(long seq, Instant at, String author, String id, byte[] sealed) {

    private static final int FIELDS = 4;

    static LoggedMessage parse(byte[] entry) {
        int end = 0;
        while (end < entry.length && entry[end] != '\n') {
            end++;
        }
        String[] head = new String(entry, 0, end, StandardCharsets.US_ASCII).split(" ", -1);
        if (end == entry.length || head.length != FIELDS) {
            throw new IllegalArgumentException("not an entry of a chat's log");
        }
        return new LoggedMessage(
                Long.parseLong(head[0]),
                Instant.ofEpochMilli(Long.parseLong(head[1])),
                head[2],
                head[3],
                Arrays.copyOfRange(entry, end + 1, entry.length));
    }

    /** What the sealed part is bound to. */
    String sealedAs() {
        return "message:" + author + ":" + id;
    }

    String from() {
        return author.equals("v") ? "visitor" : "operator";
    }
}
