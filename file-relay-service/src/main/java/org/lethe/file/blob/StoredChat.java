package org.lethe.file.blob;

import java.time.Instant;
import org.lethe.contracts.id.ChatId;

/** A chat that blobs lie here of, and when the first of them was begun. */
public record StoredChat(ChatId chat, Instant since) {}
