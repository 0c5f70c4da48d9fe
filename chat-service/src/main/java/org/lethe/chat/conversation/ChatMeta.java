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

/** What of a chat is no personal data: ids, counts, times, and the operator's name, sealed. */
public record ChatMeta(Map<String, String> fields) {
    public static final String ACCOUNT = "account";
    public static final String VISIT = "visit";
    public static final String CREATED = "created";

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
        return text("state").map(code -> Coded.of(ChatState.class, code));
    }

    public Instant created() {
        return Instant.ofEpochMilli(number(CREATED));
    }

    public long seq() {
        return number("seq");
    }

    public Optional<OperatorId> operator() {
        return text("operator").map(OperatorId::of);
    }

    /** The name of the operator, sealed, in base64. */
    public Optional<String> sealedOperatorName() {
        return text("operatorName");
    }

    /** The last message that a side has read. */
    public long read(Speaker by) {
        return number("read-" + by.code());
    }

    /** An erasure has taken hold of the chat: nothing new is made from it. */
    public boolean isErasing() {
        return fields.containsKey("erasing");
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
