package org.lethe.presence.visit;

import java.util.Optional;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.scope.Meta;
import org.lethe.contracts.scope.MetaField;

/** The non-personal state of a visit, as the scripts in {@code redis/presence} write it. */
record VisitMeta(Meta meta) {

    AccountId account() {
        return new AccountId(meta.get(MetaField.ACCOUNT).orElse(""));
    }

    boolean isLeaving() {
        return meta.has(MetaField.LEAVING);
    }

    Optional<ChatId> chat() {
        return meta.get(MetaField.PRESENT_CHAT).map(ChatId::new);
    }

    /** Who is in the visitor's chat; nobody without one. */
    Optional<OperatorId> operator() {
        return chat().flatMap(chat -> of(chat, meta.get(MetaField.OPERATOR).orElse("")));
    }

    /** The operator's field names the chat first, and counts only for that one. */
    private static Optional<OperatorId> of(ChatId chat, String operator) {
        String prefix = chat.value() + " ";
        return operator.startsWith(prefix)
                ? Optional.of(new OperatorId(operator.substring(prefix.length())))
                : Optional.empty();
    }
}
