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
    public static final String ACCOUNT = MetaField.ACCOUNT.code();
    public static final String VISIT = MetaField.CHAT_VISIT.code();
    public static final String CREATED = MetaField.CREATED.code();

    public ChatMeta {
        fields = Map.copyOf(fields);
    }

    public AccountId account() {
        return AccountId.of(required(ACCOUNT));
    }

    public VisitId visit() {
        return VisitId.of(required(VISIT));
    }

    /** Empty while the chat is opened, and its form not yet written. */
    public Optional<ChatState> state() {
        return text(MetaField.STATE.code()).map(code -> Coded.of(ChatState.class, code));
    }

    public Instant created() {
        return Instant.ofEpochMilli(number(CREATED));
    }

    public long seq() {
        return number(MetaField.SEQ.code());
    }

    public Optional<OperatorId> operator() {
        return text(MetaField.OPERATOR.code()).map(OperatorId::of);
    }

    /** The name of the operator, sealed, in base64. */
    public Optional<String> sealedOperatorName() {
        return text(Slots.CHAT_OPERATOR_NAME.name());
    }

    /** The last message that a side has read. */
    public long read(Speaker by) {
        return number(MetaField.READ.code() + by.code());
    }

    /** An erasure has taken hold of the chat: nothing new is made from it. */
    public boolean isErasing() {
        return fields.containsKey(MetaField.ERASING.code());
    }

    public Optional<String> text(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    private long number(String field) {
        return text(field).map(Long::parseLong).orElse(0L);
    }

    private String required(String field) {
        return text(field).orElseThrow(() -> new IllegalStateException("chat without " + field));
    }
}
