package org.lethe.chat.live;

import org.jspecify.annotations.Nullable;
import org.lethe.contracts.frame.ChatState;
import org.lethe.contracts.personal.PersonName;

/**
 * Where a chat stands.
 *
 * @param seq its last message
 * @param visitorRead the last message that the visitor has read
 * @param operatorRead the last message that an operator has read
 */
public record ChatStatus(
        ChatState state,
        long seq,
        @Nullable PersonName operatorName,
        long visitorRead,
        long operatorRead) {}
