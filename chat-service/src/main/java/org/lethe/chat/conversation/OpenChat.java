package org.lethe.chat.conversation;

import org.lethe.contracts.id.ChatId;

/** A chat whose keys are there. Hold it only for as long as somebody takes part, then close it. */
public record OpenChat(ChatId id, ChatMeta meta, ChatSeal seal) implements AutoCloseable {

    /** Forgets the keys. */
    @Override
    public void close() {
        seal.close();
    }
}
