package org.lethe.contracts.frame;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.id.FileId;
import org.lethe.contracts.personal.MessageText;

/** What a visitor sends on {@code /v1/chats/{chat}/socket}. */
@JsonSubTypes({
    @JsonSubTypes.Type(ChatClientFrame.Hello.class),
    @JsonSubTypes.Type(ChatClientFrame.Send.class),
    @JsonSubTypes.Type(ChatClientFrame.Typing.class),
    @JsonSubTypes.Type(ChatClientFrame.Read.class),
    @JsonSubTypes.Type(ChatClientFrame.End.class)
})
public sealed interface ChatClientFrame extends ClientFrame {

    /**
     * Who the client is.
     *
     * @param after the last message that the client has; absent or 0 for all
     */
    @JsonTypeName("hello")
    record Hello(BearerToken token, @Nullable Long after)
            implements ChatClientFrame, ClientFrame.Hello {

        public long seen() {
            return after == null ? 0 : after;
        }
    }

    /** A message: text, a file that was uploaded before, or both. */
    @JsonTypeName("send")
    record Send(ClientMessageId id, @Nullable MessageText text, @Nullable FileId file)
            implements ChatClientFrame {}

    @JsonTypeName("typing")
    record Typing(boolean on) implements ChatClientFrame {}

    @JsonTypeName("read")
    record Read(long seq) implements ChatClientFrame {}

    @JsonTypeName("end")
    record End() implements ChatClientFrame {}
}
