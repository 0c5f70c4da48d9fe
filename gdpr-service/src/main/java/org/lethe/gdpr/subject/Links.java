package org.lethe.gdpr.subject;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.InvalidIdException;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.scope.MetaField;

/**
 * The scopes of the same person that a scope's meta names: a chat its {@code visit}; a visit its
 * {@code chat}, and in {@code chats} also those that ended, whose letters may still wait.
 */
final class Links {

    private Links() {}

    static Set<ScopeId> of(Map<String, String> meta) {
        var links = new LinkedHashSet<ScopeId>();
        add(meta.get(MetaField.CHAT_VISIT.code()), VisitId::new, links);
        add(meta.get(MetaField.PRESENT_CHAT.code()), ChatId::new, links);
        add(meta.get(MetaField.CHATS.code()), ChatId::new, links);
        return links;
    }

    /** What is no id leads nowhere, and must not keep the rest from being found. */
    private static void add(
            @Nullable String ids, Function<String, ScopeId> kind, Set<ScopeId> links) {
        if (ids == null) {
            return;
        }
        for (String id : ids.split(" ", -1)) {
            try {
                links.add(kind.apply(id));
            } catch (InvalidIdException _) {
                // Also the field of a visit without a chat, which is empty.
            }
        }
    }
}
