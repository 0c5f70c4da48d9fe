package org.lethe.chat.conversation;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.lethe.contracts.Coded;
import org.lethe.contracts.event.EndReason;
import org.lethe.contracts.frame.ChatState;
import org.lethe.contracts.frame.Speaker;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.scope.MetaField;
import org.lethe.contracts.scope.Slots;
import org.lethe.contracts.signal.DeskSignal;

/** What of a chat is no personal data: ids, counts, times, and the operator's name, sealed. */
public record ChatMeta(Map<String, String> fields) {
    public ChatMeta {
        fields = Map.copyOf(fields);
    }

    public AccountId account() {
        return AccountId.of(required(MetaField.ACCOUNT));
    }

    public VisitId visit() {
        return VisitId.of(required(MetaField.CHAT_VISIT));
    }

    /** Empty while the chat is opened, and its form not yet written. */
    public Optional<ChatState> state() {
        return text(MetaField.STATE).map(code -> Coded.of(ChatState.class, code));
    }

    public Instant created() {
        return time(MetaField.CREATED).orElse(Instant.EPOCH);
    }

    /** Why it ends, once it does. */
    public Optional<EndReason> reason() {
        return text(MetaField.REASON).map(code -> Coded.of(EndReason.class, code));
    }

    public Optional<Instant> time(MetaField field) {
        return text(field).map(Long::parseLong).map(Instant::ofEpochMilli);
    }

    public long seq() {
        return number(MetaField.SEQ.code());
    }

    public Optional<OperatorId> operator() {
        return text(MetaField.OPERATOR).map(OperatorId::of);
    }

    /** The name of the operator, sealed, in base64. */
    public Optional<String> sealedOperatorName() {
        return Optional.ofNullable(fields.get(Slots.CHAT_OPERATOR_NAME.name()));
    }

    /** The last message that a side has read. */
    public long read(Speaker by) {
        return number(MetaField.READ.code() + by.code());
    }

    /** An erasure has taken hold of the chat: nothing new is made from it. */
    public boolean isErasing() {
        return fields.containsKey(MetaField.ERASING.code());
    }

    /** The chat as its account's desks hear of it; empty while it is opened, or being erased. */
    public Optional<DeskSignal.Moved> moved(ChatId chat) {
        return state().filter(any -> !isErasing())
                .map(state -> new DeskSignal.Moved(chat, state, created(), visit(), operator()));
    }

    private Optional<String> text(MetaField field) {
        return field.in(fields);
    }

    private long number(String field) {
        return Long.parseLong(fields.getOrDefault(field, "0"));
    }

    private String required(MetaField field) {
        return text(field).orElseThrow(() -> new IllegalStateException("chat without " + field));
    }
}
