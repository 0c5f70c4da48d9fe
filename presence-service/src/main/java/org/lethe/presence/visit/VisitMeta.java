package org.lethe.presence.visit;

import java.util.Map;
import java.util.Optional;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.scope.MetaField;

/** The non-personal state of a visit, as the scripts in {@code redis/presence} write it. */
record VisitMeta(Map<String, String> fields) {

    AccountId account() {
        return new AccountId(MetaField.ACCOUNT.in(fields).orElse(""));
    }

    boolean isLeaving() {
        return fields.containsKey(MetaField.LEAVING.code());
    }

    Optional<ChatId> chat() {
        return MetaField.PRESENT_CHAT.in(fields).map(ChatId::new);
    }

    /** Who is in the visitor's chat; nobody without one. */
    Optional<OperatorId> operator() {
        return chat().flatMap(chat -> of(chat, MetaField.OPERATOR.in(fields).orElse("")));
    }

    /** The operator's field names the chat first, and counts only for that one. */
    private static Optional<OperatorId> of(ChatId chat, String operator) {
        String prefix = chat.value() + " ";
        return operator.startsWith(prefix)
                ? Optional.of(new OperatorId(operator.substring(prefix.length())))
                : Optional.empty();
    }
}
