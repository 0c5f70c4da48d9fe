package org.lethe.contracts.frame;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ClientMessageId;

/**
 * A refusal, on any socket.
 *
 * @param chat the chat that it concerns, on a socket with several
 * @param id the message that was refused
 */
@JsonTypeName("error")
public record ErrorFrame(
        ErrorCode code, boolean retryable, @Nullable ChatId chat, @Nullable ClientMessageId id)
        implements VisitServerFrame, VisitorsServerFrame, ChatServerFrame, DeskServerFrame {

    public static ErrorFrame of(ErrorCode code) {
        return new ErrorFrame(code, code.retryable(), null, null);
    }

    public static ErrorFrame of(
            ErrorCode code, @Nullable ChatId chat, @Nullable ClientMessageId id) {
        return new ErrorFrame(code, code.retryable(), chat, id);
    }
}
