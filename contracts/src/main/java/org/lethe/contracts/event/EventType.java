package org.lethe.contracts.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lethe.contracts.topic.Topic;

/** The types of events: each has a name on the wire, a topic and a record. */
public enum EventType {
    VISIT_STARTED("visit.started", Topic.VISITS, VisitEvent.VisitStarted.class),
    VISIT_DESTROYED("visit.destroyed", Topic.VISITS, VisitEvent.VisitDestroyed.class),
    CHAT_REQUESTED("chat.requested", Topic.CHATS, ChatEvent.ChatRequested.class),
    CHAT_ACCEPTED("chat.accepted", Topic.CHATS, ChatEvent.ChatAccepted.class),
    CHAT_ENDED("chat.ended", Topic.CHATS, ChatEvent.ChatEnded.class),
    CHAT_DESTROYED("chat.destroyed", Topic.CHATS, ChatEvent.ChatDestroyed.class),
    CHAT_LOST("chat.lost", Topic.CHATS, ChatEvent.ChatLost.class),
    FILE_STORED("file.stored", Topic.FILES, FileEvent.FileStored.class),
    FILES_DESTROYED("files.destroyed", Topic.FILES, FileEvent.FilesDestroyed.class),
    LETTER_POSTED("letter.posted", Topic.LETTERS, LetterEvent.LetterPosted.class),
    LETTER_DISPATCHED("letter.dispatched", Topic.LETTERS, LetterEvent.LetterDispatched.class),
    LETTER_LOST("letter.lost", Topic.LETTERS, LetterEvent.LetterLost.class),
    LETTER_PERHAPS_DELIVERED(
            "letter.perhaps-delivered", Topic.LETTERS, LetterEvent.LetterPerhapsDelivered.class),
    LETTER_ERASED("letter.erased", Topic.LETTERS, LetterEvent.LetterErased.class),
    LETTER_LOSS_NOTED("loss.letter-noted", Topic.LOSSES, LossEvent.LetterLossNoted.class),
    CHAT_LOSS_NOTED("loss.chat-noted", Topic.LOSSES, LossEvent.ChatLossNoted.class),
    ERASURE_REQUESTED("erasure.requested", Topic.ERASURES, ErasureEvent.ErasureRequested.class),
    ERASURE_ACKNOWLEDGED(
            "erasure.acknowledged", Topic.ERASURES, ErasureEvent.ErasureAcknowledged.class),
    ERASURE_COMPLETED("erasure.completed", Topic.ERASURES, ErasureEvent.ErasureCompleted.class),
    ACCOUNT_CHANGED("account.changed", Topic.ACCOUNTS, AccountEvent.AccountChanged.class),
    LEDGER_ENTRY("ledger.entry", Topic.LEDGER, LedgerEntry.class),
    LEDGER_HEAD("ledger.head", Topic.LEDGER_HEADS, LedgerHead.class),
    LEDGER_PAGE("ledger.page", Topic.LEDGER_CHECKPOINTS, LedgerPage.class),
    LEDGER_CHECKPOINT("ledger.checkpoint", Topic.LEDGER_CHECKPOINTS, LedgerCheckpoint.class),
    DEAD_LETTER("dead-letter", Topic.DEAD_LETTERS, DeadLetter.class);

    private static final Map<String, EventType> BY_TYPE =
            Arrays.stream(values()).collect(Collectors.toMap(EventType::type, Function.identity()));
    private static final Map<Class<? extends Event>, EventType> BY_RECORD =
            Arrays.stream(values())
                    .collect(Collectors.toMap(EventType::record, Function.identity()));

    private final String type;
    private final Topic topic;
    private final Class<? extends Event> record;

    EventType(String name, Topic topic, Class<? extends Event> record) {
        this.type = "org.lethe." + name + ".v1";
        this.topic = topic;
        this.record = record;
    }

    /** The CloudEvents type, such as {@code org.lethe.visit.started.v1}. */
    @JsonValue
    public String type() {
        return type;
    }

    public Topic topic() {
        return topic;
    }

    public Class<? extends Event> record() {
        return record;
    }

    public static EventType of(Event event) {
        EventType type = BY_RECORD.get(event.getClass());
        if (type == null) {
            throw new IllegalStateException("an event without a type");
        }
        return type;
    }

    public static Optional<EventType> find(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    @JsonCreator
    static EventType parse(String type) {
        return find(type).orElseThrow(() -> new IllegalArgumentException("unknown event type"));
    }
}
