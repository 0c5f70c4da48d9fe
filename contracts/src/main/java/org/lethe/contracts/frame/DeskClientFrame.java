package org.lethe.contracts.frame;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.id.FileId;
import org.lethe.contracts.personal.MessageText;

/** What an operator's console sends on {@code /v1/desk/socket}. */
@JsonSubTypes({
    @JsonSubTypes.Type(DeskClientFrame.Hello.class),
    @JsonSubTypes.Type(DeskClientFrame.Accept.class),
    @JsonSubTypes.Type(DeskClientFrame.Send.class),
    @JsonSubTypes.Type(DeskClientFrame.Typing.class),
    @JsonSubTypes.Type(DeskClientFrame.Read.class),
    @JsonSubTypes.Type(DeskClientFrame.End.class),
    @JsonSubTypes.Type(DeskClientFrame.Status.class),
    @JsonSubTypes.Type(DeskClientFrame.Heartbeat.class)
})
public sealed interface DeskClientFrame extends ClientFrame {

    /**
     * Who the client is.
     *
     * @param after the last message that the client has of each of its chats
     */
    @JsonTypeName("hello")
    record Hello(BearerToken token, @Nullable Map<ChatId, Long> after)
            implements DeskClientFrame, ClientFrame.Hello {

        public Map<ChatId, Long> seen() {
            return after == null ? Map.of() : after;
        }
    }

    @JsonTypeName("accept")
    record Accept(ChatId chat) implements DeskClientFrame {}

    @JsonTypeName("send")
    record Send(ChatId chat, ClientMessageId id, @Nullable MessageText text, @Nullable FileId file)
            implements DeskClientFrame {}

    @JsonTypeName("typing")
    record Typing(ChatId chat, boolean on) implements DeskClientFrame {}

    @JsonTypeName("read")
    record Read(ChatId chat, long seq) implements DeskClientFrame {}

    @JsonTypeName("end")
    record End(ChatId chat) implements DeskClientFrame {}

    /** Away operators are not counted as online. */
    @JsonTypeName("status")
    record Status(boolean away) implements DeskClientFrame {}

    /** Answered by the same: a console without an answer takes its connection for dead. */
    @JsonTypeName("heartbeat")
    record Heartbeat() implements DeskClientFrame {}
}
