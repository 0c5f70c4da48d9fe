package org.lethe.contracts.frame;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.event.LetterKind;
import org.lethe.contracts.event.LossReason;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.personal.HostName;
import org.lethe.contracts.personal.MessageText;
import org.lethe.contracts.personal.PersonName;
import org.lethe.contracts.personal.QuestionText;

/** What the server sends on {@code /v1/desk/socket}. */
@JsonSubTypes({
    @JsonSubTypes.Type(DeskServerFrame.Ready.class),
    @JsonSubTypes.Type(DeskServerFrame.Queue.class),
    @JsonSubTypes.Type(DeskServerFrame.Chats.class),
    @JsonSubTypes.Type(DeskServerFrame.Message.class),
    @JsonSubTypes.Type(DeskServerFrame.Sent.class),
    @JsonSubTypes.Type(DeskServerFrame.Typing.class),
    @JsonSubTypes.Type(DeskServerFrame.Read.class),
    @JsonSubTypes.Type(DeskServerFrame.Left.class),
    @JsonSubTypes.Type(DeskServerFrame.Ended.class),
    @JsonSubTypes.Type(DeskServerFrame.Losses.class),
    @JsonSubTypes.Type(DeskServerFrame.Heartbeat.class),
    @JsonSubTypes.Type(ErrorFrame.class)
})
public sealed interface DeskServerFrame extends ServerFrame
        permits DeskServerFrame.Ready,
                DeskServerFrame.Queue,
                DeskServerFrame.Chats,
                DeskServerFrame.Message,
                DeskServerFrame.Sent,
                DeskServerFrame.Typing,
                DeskServerFrame.Read,
                DeskServerFrame.Left,
                DeskServerFrame.Ended,
                DeskServerFrame.Losses,
                DeskServerFrame.Heartbeat,
                ErrorFrame {

    /**
     * The desk is open; the lists follow, which were read before this was said.
     *
     * @param now the server's time, by which a client tells how long ago something was whatever its
     *     own clock says; absent from services of a version before
     */
    @JsonTypeName("ready")
    record Ready(OperatorId operator, PersonName name, AccountId account, @Nullable Instant now)
            implements DeskServerFrame {}

    /**
     * What has changed of the waiting chats since the frame before; the first after ready tells of
     * a queue that begins anew.
     *
     * @param chats who waits now, or is shown otherwise than before; a few at a time
     * @param gone who waits no more
     */
    @JsonTypeName("queue")
    record Queue(List<QueuedChat> chats, List<ChatId> gone) implements DeskServerFrame {}

    /**
     * What has changed of the chats that the operator is in since the frame before; the first after
     * ready has all that can be read, and what the client has besides is gone, unless it is told
     * again later.
     *
     * @param chats which are the operator's now, or are shown otherwise than before
     * @param gone which are not any more
     */
    @JsonTypeName("chats")
    record Chats(List<OwnChat> chats, List<ChatId> gone) implements DeskServerFrame {}

    @JsonTypeName("message")
    record Message(
            ChatId chat,
            long seq,
            ClientMessageId id,
            Speaker from,
            @Nullable PersonName name,
            @Nullable MessageText text,
            @Nullable FileView file,
            Instant at)
            implements DeskServerFrame {}

    @JsonTypeName("sent")
    record Sent(ChatId chat, ClientMessageId id, long seq, Instant at) implements DeskServerFrame {}

    @JsonTypeName("typing")
    record Typing(ChatId chat, Speaker from, boolean on) implements DeskServerFrame {}

    @JsonTypeName("read")
    record Read(ChatId chat, Speaker from, long seq) implements DeskServerFrame {}

    /**
     * The visitor's last page in the chat is gone, or one is back. Of a chat that is taken up
     * without this frame, one is there.
     *
     * @param since when; absent when one is back
     */
    @JsonTypeName("left")
    record Left(ChatId chat, @Nullable Instant since) implements DeskServerFrame {}

    /** Everything of the chat is destroyed, and the client clears what it holds of it. */
    @JsonTypeName("ended")
    record Ended(ChatId chat, EndReason reason, DestroyedView destroyed)
            implements DeskServerFrame {}

    /**
     * What the account lost within the last day: always all of it, after ready, and again when it
     * changes.
     *
     * @param chats missing when none was lost
     */
    @JsonTypeName("losses")
    record Losses(List<LetterLosses> letters, @Nullable ChatLosses chats)
            implements DeskServerFrame {}

    @JsonTypeName("heartbeat")
    record Heartbeat() implements DeskServerFrame {}

    /**
     * A chat that waits for an operator.
     *
     * @param question the beginning of it; all of it comes with the chat once it is accepted
     */
    record QueuedChat(
            ChatId chat,
            VisitId visit,
            Instant since,
            PersonName name,
            @Nullable EmailAddress email,
            @Nullable QuestionText question,
            @Nullable ClientAddress address,
            @Nullable HostName host) {}

    /** A chat that the operator is in. */
    record OwnChat(
            ChatId chat,
            VisitId visit,
            ChatState state,
            PersonName name,
            @Nullable EmailAddress email,
            @Nullable QuestionText question,
            @Nullable ClientAddress address,
            @Nullable HostName host,
            long seq) {}

    /**
     * Letters that did not arrive, or perhaps did not.
     *
     * @param kind missing of those of which nobody knows it any more
     * @param last when it was noted of the last of them
     */
    record LetterLosses(@Nullable LetterKind kind, LossReason reason, int count, Instant last) {}

    /**
     * Chats that went with their store.
     *
     * @param count at least so many: of a chat that nobody was connected with, nobody knows
     * @param waited those of them that are known to have waited for an operator
     * @param last when it was noted of the last of them
     */
    record ChatLosses(int count, int waited, Instant last) {}
}
