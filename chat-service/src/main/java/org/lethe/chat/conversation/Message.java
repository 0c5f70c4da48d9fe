package org.lethe.chat.conversation;

import java.time.Instant;
import org.lethe.contracts.chat.Author;
import org.lethe.contracts.chat.MessageContent;
import org.lethe.contracts.id.ClientMessageId;

/** A message in clear, for as long as it takes to hand it on. */
public record Message(
        long seq, Instant at, Author author, ClientMessageId id, MessageContent content) {}
