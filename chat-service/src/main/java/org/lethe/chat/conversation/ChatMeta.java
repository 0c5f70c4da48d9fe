package org.lethe.chat.conversation;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.lethe.contracts.Coded;
import org.lethe.contracts.frame.ChatState;
import org.lethe.contracts.frame.Speaker;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.scope.MetaField;
import org.lethe.contracts.scope.Slots;

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
        return Instant.ofEpochMilli(number(MetaField.CREATED.code()));
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

    public Optional<String> text(MetaField field) {
        return field.in(fields);
    }

    private long number(String field) {
        return Long.parseLong(fields.getOrDefault(field, "0"));
    }

    private String required(MetaField field) {
        return text(field).orElseThrow(() -> new IllegalStateException("chat without " + field));
    }
}
