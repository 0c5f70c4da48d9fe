package org.lethe.contracts.signal;

import java.time.Instant;
import org.lethe.contracts.Coded;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.frame.DestroyedView;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ChatReceiptId;
import org.lethe.contracts.id.ReferenceNumber;

/** What the people of a chat are told when it is gone. */
public record Farewell(EndReason reason, int messages, int files, Instant at) {

    /** Reads {@code <reason> <messages> <files> <ms>}, as it is left for those who come late. */
    public static Farewell parse(byte[] bytes) {
        String[] words = Words.read(bytes, 4);
        return new Farewell(
                Coded.of(EndReason.class, words[0]),
                Integer.parseInt(words[1]),
                Integer.parseInt(words[2]),
                Instant.ofEpochMilli(Long.parseLong(words[3])));
    }

    public byte[] bytes() {
        return Words.write(reason.code(), messages, files, at.toEpochMilli());
    }

    /**
     * What is told of it to the people of the chat: its destruction left it, so it has a receipt.
     */
    public DestroyedView destroyed(ChatId chat) {
        return new DestroyedView(
                messages, files, at, ChatReceiptId.of(chat), ReferenceNumber.of(chat));
    }
}
