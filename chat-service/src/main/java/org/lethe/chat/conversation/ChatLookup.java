package org.lethe.chat.conversation;

/** What the store knows of a chat. */
public sealed interface ChatLookup {
    record Open(OpenChat chat) implements ChatLookup {}

    record Gone() implements ChatLookup {}

    record Unavailable() implements ChatLookup {}
}
