package org.lethe.gdpr.subject;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.LinkedHashSet;
import java.util.Set;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.id.VisitId;

/**
 * The ids that name a data subject; they name a person, so they are sealed wherever they are kept.
 */
public record Selectors(Set<VisitId> visits, Set<ChatId> chats, Set<LetterId> letters) {

    /** More ids than one person gathers in the hours that anything is held. */
    public static final int MAX_IDS = 100;

    public static final Selectors NONE = new Selectors(Set.of(), Set.of(), Set.of());

    public Selectors {
        visits = Set.copyOf(visits);
        chats = Set.copyOf(chats);
        letters = Set.copyOf(letters);
    }

    /** Every id that was named. */
    public Set<ScopeId> all() {
        var all = new LinkedHashSet<ScopeId>(visits);
        all.addAll(chats);
        all.addAll(letters);
        return all;
    }

    @JsonIgnore
    public boolean isEmpty() {
        return visits.isEmpty() && chats.isEmpty() && letters.isEmpty();
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
