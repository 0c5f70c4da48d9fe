package org.lethe.chat.conversation;

import org.lethe.contracts.id.ChatId;
import org.lethe.privacy.vault.Lookup;

/** A chat whose keys are there. Hold it only for as long as somebody takes part, then close it. */
public record OpenChat(ChatId id, ChatMeta meta, ChatSeal seal) implements AutoCloseable {

    public static OpenChat of(ChatId id, Lookup.Open open) {
        return new OpenChat(id, new ChatMeta(open.meta().fields()), new ChatSeal(open.cipher()));
    }

    /** Forgets the keys. */
    @Override
    public void close() {
        seal.close();
    }
}
