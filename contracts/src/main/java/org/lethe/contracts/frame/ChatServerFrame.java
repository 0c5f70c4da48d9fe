package org.lethe.contracts.frame;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.personal.MessageText;
import org.lethe.contracts.personal.PersonName;

/** What the server sends on {@code /v1/chats/{chat}/socket}. */
@JsonSubTypes({
    @JsonSubTypes.Type(ChatServerFrame.Ready.class),
    @JsonSubTypes.Type(ChatServerFrame.Message.class),
    @JsonSubTypes.Type(ChatServerFrame.Sent.class),
    @JsonSubTypes.Type(ChatServerFrame.Typing.class),
    @JsonSubTypes.Type(ChatServerFrame.Read.class),
    @JsonSubTypes.Type(ChatServerFrame.State.class),
    @JsonSubTypes.Type(ChatServerFrame.Ended.class),
    @JsonSubTypes.Type(ErrorFrame.class)
})
public sealed interface ChatServerFrame extends ServerFrame
        permits ChatServerFrame.Ready,
                ChatServerFrame.Message,
                ChatServerFrame.Sent,
                ChatServerFrame.Typing,
                ChatServerFrame.Read,
                ChatServerFrame.State,
                ChatServerFrame.Ended,
                ErrorFrame {

    /**
     * The socket is open.
     *
     * @param seq the chat's last message
     * @param operator the name of the operator in the chat
     * @param token replaces the one that the client has
     */
    @JsonTypeName("ready")
    record Ready(
            ChatId chat,
            ChatState state,
            long seq,
            @Nullable PersonName operator,
            @Nullable BearerToken token)
            implements ChatServerFrame {}

    @JsonTypeName("message")
    record Message(
            long seq,
            ClientMessageId id,
            Speaker from,
            @Nullable PersonName name,
            @Nullable MessageText text,
            @Nullable FileView file,
            Instant at)
            implements ChatServerFrame {}

    /** The client's own message is stored. */
    @JsonTypeName("sent")
    record Sent(ClientMessageId id, long seq, Instant at) implements ChatServerFrame {}

    @JsonTypeName("typing")
    record Typing(Speaker from, boolean on) implements ChatServerFrame {}

    @JsonTypeName("read")
    record Read(Speaker from, long seq) implements ChatServerFrame {}

    /**
     * The chat moved on.
     *
     * @param position in the queue, from 1
     */
    @JsonTypeName("state")
    record State(ChatState state, @Nullable Integer position, @Nullable PersonName operator)
            implements ChatServerFrame {}

    /** The last frame: everything is destroyed, and the client clears what it holds. */
    @JsonTypeName("ended")
    record Ended(EndReason reason, DestroyedView destroyed) implements ChatServerFrame {}
}
