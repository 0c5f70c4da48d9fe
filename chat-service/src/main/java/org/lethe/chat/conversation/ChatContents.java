package org.lethe.chat.conversation;

import java.util.List;
import java.util.Optional;
import org.lethe.contracts.chat.LogEntry;

/**
 * What a chat holds, sealed.
 *
 * @param log its first {@value ChatStore#PAGE} messages
 */
public record ChatContents(Optional<byte[]> form, Optional<byte[]> address, List<LogEntry> log) {}
